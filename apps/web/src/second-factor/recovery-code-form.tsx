import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactorPassed } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useShowFactor } from './use-show-factor.js';
import { useFocusHere } from './use-focus-here.js';

export function RecoveryCodeForm({ onPassed }: { readonly onPassed: (answer: SecondFactorPassed) => void }) {
  const { t } = useTranslation();
  const show = useShowFactor();
  const field = useFocusHere();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (code.trim() !== '') {
      show.mutate({ kind: 'recovery-code', code }, { onSuccess: onPassed });
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {show.error !== null && <ProblemAlert error={show.error} />}
        <TextInput
          label={t('secondFactor.recoveryCode')}
          description={t('secondFactor.recoveryCodeHint')}
          size="md"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          ref={field}
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value);
          }}
          error={tried && code.trim() === '' && t('secondFactor.missingRecoveryCode')}
        />
        <Button type="submit" size="md" loading={show.isPending}>
          {t('secondFactor.continue')}
        </Button>
      </Stack>
    </form>
  );
}
