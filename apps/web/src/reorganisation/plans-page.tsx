import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanSummary } from '../api/types.js';
import { useMay } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatDate } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { StateWord } from '../ui/state-word.js';
import { PlanFactsDialog } from './plan-facts-dialog.js';
import { plansQuery } from './plan-queries.js';
import { planTone } from './plan-tone.js';
import classes from './reorganisation.module.css';
import { useCreatePlan } from './use-plan-actions.js';

export function PlansPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(plansQuery());
  const mayManage = useMay('reorganisation:manage');
  return (
    <>
      <PageHeader title={t('reorganisation.title')}>{mayManage && <CreateButton />}</PageHeader>
      <RowList
        label={t('reorganisation.list')}
        query={query}
        renderRow={(plan) => <PlanRow plan={plan} />}
        empty={<EmptyPlace icon={IconSitemap} title={t('reorganisation.empty')} text={t('reorganisation.emptyText')} />}
      />
    </>
  );
}

function CreateButton() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreatePlan();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('reorganisation.create')}
      </Button>
      {isOpen && (
        <PlanFactsDialog
          title={t('reorganisation.create')}
          facts={{ title: '', legalBasis: '', effectiveOn: null }}
          isPending={create.isPending}
          error={create.error}
          onClose={() => setIsOpen(false)}
          onSave={(facts) => {
            create.mutate(
              { ...facts, steps: [] },
              {
                onSuccess: ({ id }) => {
                  void navigate({ to: '/reorganisation/$planId', params: { planId: id } });
                },
              },
            );
          }}
        />
      )}
    </>
  );
}

function PlanRow({ plan }: { readonly plan: PlanSummary }) {
  const { t } = useTranslation();
  return (
    <Link to="/reorganisation/$planId" params={{ planId: plan.id }} className={rowClasses.row} data-row>
      <span className={classes.row}>
        <span className={classes.rowTitle}>{plan.title}</span>
        <span className={classes.rowState}>
          <StateWord tone={planTone[plan.state]}>{t(`reorganisation.state.${plan.state}`)}</StateWord>
        </span>
        <span className={classes.rowAbout}>
          {t('reorganisation.from', { day: formatDate(plan.effectiveOn) })}
          {' · '}
          {t('reorganisation.stepCount', { number: plan.stepCount })}
        </span>
      </span>
    </Link>
  );
}
