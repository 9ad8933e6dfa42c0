import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { Plan, PlanAction, WritePlan } from '../api/types.js';
import { formatDate } from '../ui/format.js';
import { useShowProblem } from '../ui/use-problem.js';
import { planQuery } from './plan-queries.js';

const seen = (plan: Plan) => ({ path: { id: plan.id }, header: { 'If-Match': `"${plan.version}"` } });

/** Keeps the plan that came back, and has lists and previews read again. */
function useTakePlan() {
  const queries = useQueryClient();
  return async (plan: Plan) => {
    queries.setQueryData(planQuery(plan.id).queryKey, plan);
    await queries.invalidateQueries({ queryKey: ['reorganisation', 'list'] });
  };
}

export function useCreatePlan() {
  const take = useTakePlan();
  return useMutation({
    mutationFn: (body: WritePlan) =>
      read(
        client.POST('/api/v1/reorganisation-plans', {
          body,
          params: { header: { 'Idempotency-Key': newId() } },
        }),
      ),
    onSuccess: take,
  });
}

export function useSavePlan(plan: Plan) {
  const take = useTakePlan();
  return useMutation({
    mutationFn: (body: WritePlan) =>
      read(client.PUT('/api/v1/reorganisation-plans/{id}', { body, params: seen(plan) })),
    onSuccess: take,
  });
}

type Move = Exclude<PlanAction, 'edit'>;

/** Moves the plan on, or says why it could not. */
export function useMovePlan(plan: Plan) {
  const { t } = useTranslation();
  const take = useTakePlan();
  const showProblem = useShowProblem();
  return useMutation({
    mutationFn: (move: Move) => read(client.POST(`/api/v1/reorganisation-plans/{id}/${move}`, { params: seen(plan) })),
    onSuccess: async (moved, move) => {
      await take(moved);
      notifications.show({ message: t(`reorganisation.done.${move}`, { day: formatDate(moved.effectiveOn) }) });
    },
    onError: showProblem,
  });
}
