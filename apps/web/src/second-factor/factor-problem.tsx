import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert.js';
import { PasskeyKnown, PasskeyStopped } from './passkeys.js';

/** What went wrong with a factor: the server’s sentence, or ours when the device said no. */
export function FactorProblem({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  if (error instanceof PasskeyKnown) {
    return (
      <Alert
        color="orange"
        role="alert"
        icon={<IconInfoCircle aria-hidden />}
        title={t('secondFactor.enrol.passkeyKnown')}
      >
        {t('secondFactor.enrol.passkeyKnownText')}
      </Alert>
    );
  }
  if (error instanceof PasskeyStopped) {
    return (
      <Alert color="orange" role="alert" icon={<IconInfoCircle aria-hidden />} title={t('secondFactor.passkeyStopped')}>
        {t('secondFactor.passkeyStoppedText')}
      </Alert>
    );
  }
  return <ProblemAlert error={error} />;
}
