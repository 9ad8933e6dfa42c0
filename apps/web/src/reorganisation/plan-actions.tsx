import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanAction } from '../api/types.js';
import { dayInVietnam, formatDate, formatNumber } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { planCheckQuery } from './plan-queries.js';
import { useMovePlan } from './use-plan-actions.js';

type Move = Exclude<PlanAction, 'edit'>;

/** The way of a plan to its day, each step after a question that says what it does. */
export function PlanActions({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const move = useMovePlan(plan);
  const { data: check } = useQuery(planCheckQuery(plan.id, plan.version));
  const isReady = check !== undefined && check.faults === 0;
  const isToday = plan.effectiveOn === dayInVietnam(new Date());
  const offered = new Set<PlanAction>(plan.actions);

  const confirm = async (action: Move) => {
    const { closed = 0, created = 0, posts = 0 } = check?.totals ?? {};
    const isSure = await ask({
      title: t(`reorganisation.ask.${action}Title`),
      text: t(`reorganisation.ask.${action}`, {
        day: formatDate(plan.effectiveOn),
        name: plan.title,
        closed: formatNumber(closed),
        created: formatNumber(created),
        posts: formatNumber(posts),
      }),
      confirm: t(`reorganisation.act.${action}`),
      ...(action === 'cancel' ? { cancel: t('reorganisation.ask.keep') } : {}),
      dangerous: action !== 'schedule',
    });
    if (isSure) {
      move.mutate(action);
    }
  };

  return (
    <>
      {offered.has('cancel') && (
        <Button variant="default" onClick={() => void confirm('cancel')} disabled={move.isPending}>
          {t('reorganisation.act.cancel')}
        </Button>
      )}
      {offered.has('apply') && isToday && (
        <Button
          variant={offered.has('schedule') ? 'default' : 'filled'}
          onClick={() => void confirm('apply')}
          disabled={!isReady}
          loading={move.isPending}
        >
          {t('reorganisation.act.apply')}
        </Button>
      )}
      {offered.has('schedule') && (
        <Button onClick={() => void confirm('schedule')} disabled={!isReady} loading={move.isPending}>
          {t('reorganisation.act.schedule')}
        </Button>
      )}
    </>
  );
}
