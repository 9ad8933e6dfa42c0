import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { WriteSavedView } from '../api/types.js';
import { savedViewsQuery } from './outgoing-list-queries.js';

type Wish =
  | { readonly kind: 'add'; readonly view: WriteSavedView }
  | { readonly kind: 'edit'; readonly id: string; readonly view: WriteSavedView }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'order'; readonly ids: string[] };

async function change(wish: Wish) {
  switch (wish.kind) {
    case 'add':
      return read(
        client.POST('/api/v1/saved-views', { body: wish.view, params: { header: { 'Idempotency-Key': newId() } } }),
      );
    case 'edit':
      return read(client.PUT('/api/v1/saved-views/{id}', { params: { path: { id: wish.id } }, body: wish.view }));
    case 'delete':
      return read(client.DELETE('/api/v1/saved-views/{id}', { params: { path: { id: wish.id } } }));
    case 'order':
      return read(client.PUT('/api/v1/saved-views/order', { body: { ids: wish.ids } }));
  }
}

export function useSavedViewChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (views) => {
      queries.setQueryData(savedViewsQuery.queryKey, views);
    },
    onError: () => queries.invalidateQueries({ queryKey: savedViewsQuery.queryKey }),
  });
}
