import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { ArrivalAction, ArrivalView } from '../api/types.js';
import { arrivalQuery } from './arrival-queries.js';

export type ArrivalMove = Extract<ArrivalAction, 'accept' | 'refuse' | 'complete'>;

interface Wish {
  readonly id: string;
  readonly action: ArrivalMove;
  readonly reason?: string;
}

/** One key for one wish of a person: a try after a lost line is the same wish, pressing the button again a new one. */
const intentions = new WeakMap<Wish, string>();

function act(wish: Wish): Promise<ArrivalView> {
  const key = intentions.get(wish) ?? newId();
  intentions.set(wish, key);
  const options = { params: { path: { id: wish.id } }, headers: { 'Idempotency-Key': key } };
  switch (wish.action) {
    case 'accept':
      return read(client.POST('/api/v1/arrivals/{id}/accept', options));
    case 'refuse':
      return read(client.POST('/api/v1/arrivals/{id}/refuse', { ...options, body: { reason: wish.reason ?? '' } }));
    case 'complete':
      return read(client.POST('/api/v1/arrivals/{id}/complete', options));
  }
}

export function useArrivalAction() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (arrival) => {
      queries.setQueryData(arrivalQuery(arrival.id).queryKey, arrival);
    },
    // After a refusal too: someone else may have been quicker, and the page should show what stands now.
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['arrivals', 'desk', 'archive', 'share'].includes(String(queryKey[0])),
      }),
  });
}
