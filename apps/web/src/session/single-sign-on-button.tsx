import { Button, Divider } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconLogin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';

/** The way in through the agency’s own identity provider; nothing where there is none. */
export function SingleSignOnButton({ back }: { readonly back: string | undefined }) {
  const { t } = useTranslation();
  const options = useQuery({
    queryKey: ['catalogue', 'sign-in-options'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/sign-in-options', { signal })),
  });
  const provider = options.data?.singleSignOn ?? null;
  if (provider === null) {
    return null;
  }
  const question = back === undefined ? '' : `?${new URLSearchParams({ back }).toString()}`;
  return (
    <>
      <Divider my="md" label={t('session.or')} />
      <Button
        component="a"
        href={`/api/v1/session/single-sign-on${question}`}
        variant="default"
        size="md"
        fullWidth
        leftSection={<IconLogin2 size={20} aria-hidden />}
      >
        {t('session.singleSignOn', { name: provider.name })}
      </Button>
    </>
  );
}
