import { Alert, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanFinding } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatNumber } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { StateWord } from '../ui/state-word.js';
import { planCheckQuery } from './plan-queries.js';
import classes from './reorganisation.module.css';

/** What keeps the plan from its day, step by step, and what is only worth knowing. */
export function CheckSection({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const query = useQuery(planCheckQuery(plan.id, plan.version));
  if (plan.state === 'effective' || plan.state === 'cancelled') {
    return null;
  }
  return (
    <Section title={t('reorganisation.check.title')}>
      {plan.failure.length > 0 && (
        <Alert color="red" icon={<IconAlertCircle aria-hidden />} title={t('reorganisation.check.failed')}>
          <Findings findings={plan.failure} />
        </Alert>
      )}
      {query.error !== null && <ProblemAlert error={query.error} />}
      <div aria-live="polite">
        {query.data === undefined ? (
          <Skeleton height={60} />
        ) : (
          <>
            <Verdict faults={query.data.faults} />
            <Findings findings={query.data.findings} />
          </>
        )}
      </div>
    </Section>
  );
}

function Verdict({ faults }: { readonly faults: number }) {
  const { t } = useTranslation();
  const isGood = faults === 0;
  const Icon = isGood ? IconCircleCheck : IconAlertCircle;
  return (
    <p className={classes.verdict} data-good={isGood || undefined}>
      <Icon size={20} aria-hidden />
      {isGood ? t('reorganisation.check.good') : t('reorganisation.check.faults', { number: formatNumber(faults) })}
    </p>
  );
}

function Findings({ findings }: { readonly findings: readonly PlanFinding[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.findings}>
      {findings.map(({ agency, code, sentence, severity, step }) => (
        <li key={`${step} ${code} ${agency?.code ?? ''} ${sentence}`} className={classes.finding}>
          <StateWord tone={severity === 'fault' ? 'bad' : 'care'}>{t(`reorganisation.check.${severity}`)}</StateWord>
          <span className={classes.findingPlace}>
            {step === null ? t('reorganisation.check.whole') : t('reorganisation.check.step', { number: step })}
          </span>
          <span className={classes.findingText}>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}
