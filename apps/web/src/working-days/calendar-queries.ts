import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { CalendarDayKind } from '../api/types.js';

const key = ['working-days'] as const;

export function calendarYearQuery(year: number) {
  return queryOptions({
    queryKey: [...key, year],
    queryFn: ({ signal }) => read(client.GET('/api/v1/working-days', { params: { query: { year } }, signal })),
  });
}

interface Wish {
  readonly day: string;
  /** 0 for a day that is as the week has it. */
  readonly version: number;
  /** Null gives the day back to the week. */
  readonly fields: { readonly kind: CalendarDayKind; readonly name: string; readonly basis: string } | null;
}

/** The calendar is shown anew afterwards, and so is the mark in the menu. */
export function useCalendarChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => ['working-days', 'desk'].includes(String(queryKey[0])),
    });
}

export function useSetDay() {
  const changed = useCalendarChanged();
  return useMutation({
    mutationFn: async ({ day, version, fields }: Wish): Promise<void> => {
      const params = { path: { day }, header: { 'If-Match': `"${version}"` } };
      if (fields === null) {
        await read(client.DELETE('/api/v1/working-days/{day}', { params }));
        return;
      }
      await read(client.PUT('/api/v1/working-days/{day}', { params, body: fields }));
    },
    onSettled: changed,
  });
}
