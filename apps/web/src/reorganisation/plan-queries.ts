import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { PlanChange, PlanPost, PlanSummary } from '../api/types.js';

export function plansQuery() {
  return pagedQuery<PlanSummary>(['reorganisation', 'list'], (after, signal) =>
    read(client.GET('/api/v1/reorganisation-plans', { params: { query: { after, limit: rowsPerPage } }, signal })),
  );
}

export function planQuery(id: string) {
  return queryOptions({
    queryKey: ['reorganisation', 'one', id],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/reorganisation-plans/{id}', { params: { path: { id } }, signal })),
  });
}

/** By version: what was found on an earlier one says nothing of this one. */
export function planCheckQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['reorganisation', 'check', id, version],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/reorganisation-plans/{id}/check', { params: { path: { id } }, signal })),
  });
}

export function planChangesQuery(id: string, version: number) {
  return pagedQuery<PlanChange>(['reorganisation', 'changes', id, version], (after, signal) =>
    read(
      client.GET('/api/v1/reorganisation-plans/{id}/changes', {
        params: { path: { id }, query: { after, limit: rowsPerPage } },
        signal,
      }),
    ),
  );
}

/** Whose posts move by the plan; or, of one agency, everybody there. */
export function planPostsQuery(id: string, version: number, agencyId?: string) {
  return pagedQuery<PlanPost>(['reorganisation', 'posts', id, version, agencyId], (after, signal) =>
    read(
      client.GET('/api/v1/reorganisation-plans/{id}/posts', {
        params: { path: { id }, query: { after, agencyId, limit: agencyId === undefined ? rowsPerPage : 200 } },
        signal,
      }),
    ),
  );
}
