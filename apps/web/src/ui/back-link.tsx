import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useRouter, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useKeys } from './use-keys.js';

/** Back to the list, also with the key u as in a mail program. */
export function BackLink(link: LinkProps) {
  const { t } = useTranslation();
  const router = useRouter();
  useKeys({ u: () => void router.navigate(link) });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={t('common.back')}
      data-no-print
      renderRoot={(props) => <Link {...link} {...props} />}
    >
      <IconArrowLeft size={20} aria-hidden />
    </ActionIcon>
  );
}
