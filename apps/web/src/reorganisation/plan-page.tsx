import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../api/types.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { Facts, Section } from '../ui/facts.js';
import { formatDate, formatMoment } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { StateWord } from '../ui/state-word.js';
import { CheckSection } from './check-section.js';
import { PlanActions } from './plan-actions.js';
import { PlanFactsDialog } from './plan-facts-dialog.js';
import { planQuery } from './plan-queries.js';
import { planTone } from './plan-tone.js';
import { PreviewSection } from './preview-section.js';
import classes from './reorganisation.module.css';
import { StepsSection } from './steps-section.js';
import { useSavePlan } from './use-plan-actions.js';

export function PlanPage() {
  const { planId } = useParams({ from: '/desk/reorganisation/$planId' });
  const query = useQuery(planQuery(planId));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenPlan key={planId} plan={query.data} />;
}

function OpenPlan({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <div className={classes.head}>
        <BackLink to="/reorganisation" />
        <PageHeader title={plan.title}>
          <PlanActions plan={plan} />
        </PageHeader>
      </div>
      <div className={classes.page}>
        <FactsSection plan={plan} />
        <StepsSection plan={plan} />
        <CheckSection plan={plan} />
        <PreviewSection plan={plan} />
      </div>
    </>
  );
}

function FactsSection({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { effectiveOn, legalBasis, scheduledBy, state, tookEffectAt } = plan;
  return (
    <Section title={t('reorganisation.facts.title')}>
      <Facts
        facts={[
          [
            t('reorganisation.facts.state'),
            <StateWord key="state" tone={planTone[state]}>
              {t(`reorganisation.state.${state}`)}
            </StateWord>,
          ],
          [t('reorganisation.facts.effectiveOn'), formatDate(effectiveOn)],
          [t('reorganisation.facts.legalBasis'), legalBasis],
          [t('reorganisation.facts.scheduledBy'), scheduledBy],
          [t('reorganisation.facts.tookEffectAt'), tookEffectAt === null ? null : formatMoment(tookEffectAt)],
        ]}
      />
      {plan.actions.includes('edit') && <EditFacts plan={plan} />}
    </Section>
  );
}

function EditFacts({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const save = useSavePlan(plan);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
  };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        mt="sm"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('reorganisation.facts.edit')}
      </Button>
      {isOpen && (
        <PlanFactsDialog
          title={t('reorganisation.facts.edit')}
          facts={plan}
          isPending={save.isPending}
          error={save.error}
          onClose={close}
          onSave={(facts) => {
            save.mutate({ ...facts, steps: plan.steps }, { onSuccess: close });
          }}
        />
      )}
    </>
  );
}
