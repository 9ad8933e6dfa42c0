import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { Unit } from '../api/types.js';
import { wishKey } from './people-queries.js';

interface UnitDraft {
  readonly name: string;
  readonly abbreviation: string;
  readonly parentId: string | null;
}

/** Writes a unit: a new one of the agency, or one that is there. */
export function useSaveUnit(agencyId: string, unit: Unit | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: UnitDraft) =>
      unit === undefined
        ? read(
            client.POST('/api/v1/agencies/{id}/units', {
              params: { path: { id: agencyId } },
              headers: wishKey(),
              body,
            }),
          )
        : read(client.PUT('/api/v1/units/{id}', { params: { path: { id: unit.id } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}

export function useCloseUnit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => read(client.POST('/api/v1/units/{id}/close', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
}
