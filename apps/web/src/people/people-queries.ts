import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { pagedQuery, rowsPerPage } from '../api/paged.js';
import type { Person, PersonSummary, PostHolder, SessionSummary, UnitList } from '../api/types.js';
import type { PeopleSearch } from './people-search.js';

export function peopleQuery({ search, agency, role, ended = false }: PeopleSearch) {
  return pagedQuery<PersonSummary>(['people', 'list', search, agency, role, ended], (after, signal) =>
    read(
      client.GET('/api/v1/people', {
        params: {
          query: {
            limit: rowsPerPage,
            after,
            includeEnded: ended ? 'true' : 'false',
            ...(search === undefined ? {} : { search }),
            ...(agency === undefined ? {} : { agencyId: agency }),
            ...(role === undefined ? {} : { role }),
          },
        },
        signal,
      }),
    ),
  );
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }): Promise<Person> =>
      read(client.GET('/api/v1/people/{id}', { params: { path: { id } }, signal })),
  });
}

export function personSessionsQuery(id: string) {
  return pagedQuery<SessionSummary>(['people', 'sessions', id], (after, signal) =>
    read(
      client.GET('/api/v1/people/{id}/sessions', {
        params: { path: { id }, query: { after, limit: rowsPerPage } },
        signal,
      }),
    ),
  );
}

export function unitsQuery(agencyId: string) {
  return queryOptions({
    queryKey: ['people', 'units', agencyId],
    queryFn: ({ signal }): Promise<UnitList> =>
      read(client.GET('/api/v1/agencies/{id}/units', { params: { path: { id: agencyId } }, signal })),
  });
}

export function candidatesQuery(postId: string, purpose: 'hand-over' | 'delegation') {
  return queryOptions({
    queryKey: ['candidates', postId, purpose],
    queryFn: async ({ signal }): Promise<readonly PostHolder[]> => {
      const params = { path: { id: postId }, query: { for: purpose } };
      return (await read(client.GET('/api/v1/posts/{id}/candidates', { params, signal }))).items;
    },
  });
}

/** The same key for one wish of a person, however often its request has to be tried. */
export function wishKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': newId() };
}

/** Does something to a person and shows the person as they are after it. */
export function usePersonAction<Wish>(act: (wish: Wish) => Promise<Person>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (person) => {
      queries.setQueryData(personQuery(person.id).queryKey, person);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}
