import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChangePasswordForm } from '../password/change-password-form.js';
import type { StepProps } from './sign-in-step.js';

/** A password that somebody else gave is replaced before anything else. */
export function NewPasswordStep({ session, onDone }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" mb="md">
        {t('password.temporaryText')}
      </Text>
      <ChangePasswordForm session={session} currentLabel={t('password.temporary')} onChanged={onDone} />
    </>
  );
}
