import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactorPassed } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { CodeField, isCode } from './code-field.js';
import { useShowFactor } from './use-show-factor.js';

interface Props {
  readonly onPassed: (answer: SecondFactorPassed) => void;
  /** Another way stands above it as the main one. */
  readonly secondary: boolean;
}

export function CodeForm({ onPassed, secondary }: Props) {
  const { t } = useTranslation();
  const show = useShowFactor();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isCode(code)) {
      show.mutate(
        { kind: 'totp', code },
        {
          onSuccess: onPassed,
          onError: () => {
            setCode('');
            setTried(false);
          },
        },
      );
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {show.error !== null && <ProblemAlert error={show.error} />}
        <CodeField
          label={t('secondFactor.code')}
          description={t('secondFactor.codeHint', { issuer: t('common.product') })}
          value={code}
          onChange={setCode}
          error={tried && !isCode(code) && t('secondFactor.missingCode')}
        />
        <Button type="submit" size="md" variant={secondary ? 'default' : 'filled'} loading={show.isPending}>
          {t('secondFactor.continue')}
        </Button>
      </Stack>
    </form>
  );
}
