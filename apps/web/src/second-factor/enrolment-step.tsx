import { Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StepProps } from '../session/sign-in-step.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { EnrolFactor } from './enrol-factor.js';
import { ownFactorsQuery } from './second-factor-queries.js';

/** What somebody sees whose role needs a second factor and who has none. */
export function EnrolmentStep({ onDone }: StepProps) {
  const { t } = useTranslation();
  const own = useQuery(ownFactorsQuery);
  return (
    <Stack gap="md">
      <Text size="sm">{t('secondFactor.enrol.required')}</Text>
      {own.error !== null && <ProblemAlert error={own.error} />}
      {own.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
      {own.data !== undefined && <EnrolFactor passkeysPossible={own.data.passkeysPossible} onDone={onDone} />}
    </Stack>
  );
}
