import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SingleSignOnRefusal } from './sign-in-search.js';

/** Why the identity provider’s answer did not open the desk, and whom to ask. */
export function SingleSignOnRefused({ reason }: { readonly reason: SingleSignOnRefusal }) {
  const { t } = useTranslation();
  return (
    <Alert
      color="red"
      mb="md"
      role="alert"
      title={t('session.notSignedOn')}
      icon={<IconAlertCircle aria-hidden />}
      data-refused={reason}
    >
      {t(`session.refused.${reason}`)}
    </Alert>
  );
}
