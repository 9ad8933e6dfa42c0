import { queryOptions } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { WorkItem } from '../api/types.js';
import type { WorkBox } from './work-search.js';

// Under the key of arrivals: the live line has all of these read again when one changes.
const key = ['arrivals', 'handling'] as const;

export function workListQuery(box: WorkBox) {
  return pagedQuery<WorkItem>([...key, 'work', box], (after, signal) =>
    read(client.GET('/api/v1/my-work', { params: { query: { box, limit: rowsPerPage, after } }, signal })),
  );
}

/** Units and people of the own agency, by words of their names. */
export function assigneesQuery(search: string) {
  return queryOptions({
    queryKey: ['assignees', search],
    queryFn: async ({ signal }) => {
      const query = search === '' ? {} : { search };
      return (await read(client.GET('/api/v1/assignees', { params: { query }, signal }))).items;
    },
  });
}

/** Who led the work on the like of it before. */
export function suggestionsQuery(id: string) {
  return queryOptions({
    queryKey: [...key, 'suggestions', id],
    queryFn: async ({ signal }) =>
      (await read(client.GET('/api/v1/arrivals/{id}/assignment-suggestions', { params: { path: { id } }, signal })))
        .items,
  });
}
