import { Stack, Text, UnstyledButton } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SecondFactorKind } from '../api/types.js';
import { hasPasskeys } from './passkeys.js';
import classes from './second-factor.module.css';

interface Props {
  readonly passkeysPossible: boolean;
  readonly onChosen: (kind: SecondFactorKind) => void;
}

export function EnrolChoice({ passkeysPossible, onChosen }: Props) {
  const { t } = useTranslation();
  const possible = passkeysPossible && hasPasskeys();
  return (
    <Stack gap="sm">
      <Text fw={600}>{t('secondFactor.enrol.choose')}</Text>
      <UnstyledButton
        className={classes.choice}
        onClick={() => {
          onChosen('totp');
        }}
      >
        <IconDeviceMobile size={26} stroke={1.5} aria-hidden />
        <span className={classes.choiceName}>{t('secondFactor.enrol.totp')}</span>
        <span className={classes.choiceText}>{t('secondFactor.enrol.totpText')}</span>
      </UnstyledButton>
      <UnstyledButton
        className={classes.choice}
        disabled={!possible}
        onClick={() => {
          onChosen('passkey');
        }}
      >
        <IconFingerprint size={26} stroke={1.5} aria-hidden />
        <span className={classes.choiceName}>{t('secondFactor.enrol.passkey')}</span>
        <span className={classes.choiceText}>
          {possible ? t('secondFactor.enrol.passkeyText') : t('secondFactor.enrol.noPasskeys')}
        </span>
      </UnstyledButton>
    </Stack>
  );
}
