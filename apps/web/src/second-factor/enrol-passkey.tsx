import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SecondFactorEnrolled } from '../api/types.js';
import { FactorNameForm } from './factor-name-form.js';
import { FactorProblem } from './factor-problem.js';
import { makePasskey } from './passkeys.js';
import { useFreshly } from './use-freshly.js';

interface Props {
  readonly onEnrolled: (enrolled: SecondFactorEnrolled) => void;
  readonly onBack: () => void;
}

export function EnrolPasskey({ onEnrolled, onBack }: Props) {
  const { t } = useTranslation();
  const freshly = useFreshly();
  const make = useMutation({
    mutationFn: (name: string) => freshly(() => makePasskey(name)),
    onSuccess: (enrolled) => {
      if (enrolled !== null) {
        onEnrolled(enrolled);
      }
    },
  });
  return (
    <Stack gap="md">
      {make.error !== null && <FactorProblem error={make.error} />}
      <FactorNameForm
        defaultName={t('secondFactor.enrol.defaultName.passkey')}
        text={t('secondFactor.enrol.makePasskeyText')}
        submit={t('secondFactor.enrol.makePasskey')}
        busy={make.isPending}
        onNamed={make.mutate}
        onBack={onBack}
      />
    </Stack>
  );
}
