import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { ArrivalView, AssignWork } from '../api/types.js';
import { arrivalQuery } from '../incoming/arrival-queries.js';

export type HandlingWish =
  | { readonly kind: 'submit'; readonly id: string; readonly toPostId: string }
  | { readonly kind: 'assign' | 'assign-on'; readonly id: string; readonly body: AssignWork }
  | { readonly kind: 'comment'; readonly id: string; readonly words: string }
  | { readonly kind: 'start'; readonly id: string }
  | { readonly kind: 'finish' | 'hand-back'; readonly id: string; readonly words: string };

/** One key for one wish of a person: a try after a lost line is the same wish, pressing the button again a new one. */
const intentions = new WeakMap<HandlingWish, string>();

function act(wish: HandlingWish): Promise<ArrivalView> {
  const idempotencyKey = intentions.get(wish) ?? newId();
  intentions.set(wish, idempotencyKey);
  const options = { params: { path: { id: wish.id } }, headers: { 'Idempotency-Key': idempotencyKey } };
  switch (wish.kind) {
    case 'submit':
      return read(client.POST('/api/v1/arrivals/{id}/submit', { ...options, body: { toPostId: wish.toPostId } }));
    case 'assign':
      return read(client.POST('/api/v1/arrivals/{id}/assignments', { ...options, body: wish.body }));
    case 'assign-on':
      return read(client.POST('/api/v1/assignments/{id}/parts', { ...options, body: wish.body }));
    case 'comment':
      return read(client.POST('/api/v1/arrivals/{id}/comments', { ...options, body: { opinion: wish.words } }));
    case 'start':
      return read(client.POST('/api/v1/assignments/{id}/start', options));
    case 'finish':
      return read(client.POST('/api/v1/assignments/{id}/finish', { ...options, body: { note: wish.words } }));
    case 'hand-back':
      return read(client.POST('/api/v1/assignments/{id}/hand-back', { ...options, body: { reason: wish.words } }));
  }
}

/** Moves of the work on an arrival; its page shows what stands afterwards. */
export function useHandling() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (arrival) => {
      queries.setQueryData(arrivalQuery(arrival.id).queryKey, arrival);
    },
    // After a refusal too: someone else may have been quicker, and the page should show what stands now.
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['arrivals', 'desk'].includes(String(queryKey[0])),
      }),
  });
}
