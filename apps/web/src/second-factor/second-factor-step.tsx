import { Loader, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactorPassed } from '../api/types.js';
import type { StepProps } from '../session/sign-in-step.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { CodeForm } from './code-form.js';
import { PasskeyButton } from './passkey-button.js';
import { hasPasskeys } from './passkeys.js';
import { RecoveryCodeForm } from './recovery-code-form.js';
import { choicesQuery } from './second-factor-queries.js';
import classes from './second-factor.module.css';
import { TextButton } from './text-button.js';

/** So few codes left that a new set should be made. */
const few = 3;

/** The second half of a sign-in: a passkey, a code of an app, or a recovery code. */
export function SecondFactorStep({ onDone }: StepProps) {
  const { t } = useTranslation();
  const choices = useQuery(choicesQuery);
  const [onPaper, setOnPaper] = useState(false);

  const passed = ({ session }: SecondFactorPassed) => {
    onDone(session);
  };
  const passedOnPaper = (answer: SecondFactorPassed) => {
    const { recoveryCodesLeft: number } = answer;
    notifications.show({
      color: number <= few ? 'orange' : 'accent',
      title: number === 0 ? t('secondFactor.lastCodeUsed') : t('secondFactor.codesLeft', { number }),
      message: number === 0 ? t('secondFactor.lastCodeUsedText') : t('secondFactor.codesLeftText'),
      autoClose: 20_000,
    });
    passed(answer);
  };

  if (choices.data === undefined) {
    return choices.error === null ? (
      <Loader size="sm" aria-label={t('common.loading')} />
    ) : (
      <ProblemAlert error={choices.error} />
    );
  }
  const { totp, passkey, recoveryCode } = choices.data;
  const withPasskey = passkey && hasPasskeys();
  if (onPaper || !(totp || withPasskey)) {
    return (
      <Stack gap="md">
        <RecoveryCodeForm onPassed={passedOnPaper} />
        {(totp || withPasskey) && (
          <TextButton
            onClick={() => {
              setOnPaper(false);
            }}
          >
            {t('secondFactor.useCode')}
          </TextButton>
        )}
        <Text size="sm" c="dimmed">
          {t('secondFactor.helpless')}
        </Text>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      {withPasskey && <PasskeyButton onPassed={passed} />}
      {withPasskey && totp && <div className={classes.or}>{t('secondFactor.or')}</div>}
      {totp && <CodeForm onPassed={passed} secondary={withPasskey} />}
      {recoveryCode ? (
        <TextButton
          onClick={() => {
            setOnPaper(true);
          }}
        >
          {t('secondFactor.useRecoveryCode')}
        </TextButton>
      ) : (
        <Text size="sm" c="dimmed">
          {t('secondFactor.helpless')}
        </Text>
      )}
    </Stack>
  );
}
