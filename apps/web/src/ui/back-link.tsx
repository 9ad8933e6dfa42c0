import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useRouter, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useKeys } from './use-keys.js';
import { listOpenedFrom } from './use-return-to-row.js';

/** Back to the list as it was left, box and search included, also with the key u as in a mail program. */
export function BackLink(link: LinkProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const goBack = () => {
    const from = listOpenedFrom(String(link.to));
    if (from === undefined) {
      void router.navigate(link);
      return;
    }
    router.history.push(from);
  };
  useKeys({ u: goBack });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={t('common.back')}
      data-no-print
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
          event.preventDefault();
          goBack();
        }
      }}
      renderRoot={(props) => <Link {...link} {...props} />}
    >
      <IconArrowLeft size={20} aria-hidden />
    </ActionIcon>
  );
}
