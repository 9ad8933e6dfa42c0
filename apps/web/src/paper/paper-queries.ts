import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { ArrivalView } from '../api/types.js';
import { arrivalQuery } from '../incoming/arrival-queries.js';
import { bodyOf, type PaperFields } from './paper-fields.js';

export function issuersQuery(search: string) {
  return queryOptions({
    queryKey: ['catalogue', 'paper-issuers', search],
    queryFn: async ({ signal }) => {
      const query = search === '' ? {} : { search };
      return (await read(client.GET('/api/v1/paper-issuers', { params: { query }, signal }))).items;
    },
    staleTime: 60_000,
  });
}

/** What a paper that is being entered seems to be; nothing is asked before issuer and symbol are there. */
export function samePaperQuery({ issuerId, issuerName, symbol }: PaperFields) {
  const query = {
    symbol: symbol.trim(),
    ...(issuerId === null ? { name: issuerName.trim() } : { agencyId: issuerId }),
  };
  return queryOptions({
    queryKey: ['arrivals', 'same', query],
    queryFn: async ({ signal }) =>
      (await read(client.GET('/api/v1/same-arrivals', { params: { query }, signal }))).items,
    enabled: query.symbol !== '' && issuerName.trim() !== '',
  });
}

/** What a change of an arrival is told to: its page, and every list. */
function useTellPages() {
  const queries = useQueryClient();
  return async (arrival: ArrivalView | undefined) => {
    if (arrival !== undefined) {
      queries.setQueryData(arrivalQuery(arrival.id).queryKey, arrival);
    }
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => ['arrivals', 'desk', 'incoming-register'].includes(String(queryKey[0])),
    });
  };
}

export interface PaperWish {
  /** One for one wish of a person: a try after a lost line is the same wish. */
  readonly key: string;
  readonly fields: PaperFields;
  readonly evenIfSame: boolean;
}

export function registerPaper({ key, fields, evenIfSame }: PaperWish): Promise<ArrivalView> {
  return read(
    client.POST('/api/v1/arrivals', {
      headers: { 'Idempotency-Key': key },
      body: { ...bodyOf(fields), evenIfSame },
    }),
  );
}

export function useRegisterPaper() {
  return useMutation({ mutationFn: registerPaper, onSettled: useTellPages() });
}

export function useCorrectPaper(id: string) {
  return useMutation({
    mutationFn: ({ key, fields }: Pick<PaperWish, 'key' | 'fields'>) =>
      read(
        client.PUT('/api/v1/arrivals/{id}/registration', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
          body: bodyOf(fields),
        }),
      ),
    onSettled: useTellPages(),
  });
}

export function useNotePaper() {
  return useMutation({
    mutationFn: ({ id, key, arrivedOn }: { id: string; key: string; arrivedOn: string | null }) =>
      read(
        client.POST('/api/v1/arrivals/{id}/paper', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
          body: arrivedOn === null ? {} : { arrivedOn },
        }),
      ),
    onSettled: useTellPages(),
  });
}

export function useJoinPaper(arrivalId: string) {
  return useMutation({
    mutationFn: ({ key, paperId }: { key: string; paperId: string }) =>
      read(
        client.POST('/api/v1/arrivals/{id}/join', {
          params: { path: { id: arrivalId } },
          headers: { 'Idempotency-Key': key },
          body: { paperId },
        }),
      ),
    onSettled: useTellPages(),
  });
}

export interface ScanWish {
  readonly arrivalId: string;
  /** The client’s own, so that a scan sent again is the same one. */
  readonly scanId: string;
  readonly file: File;
  readonly noMarkBecause?: string;
}

export function useAttachScan() {
  return useMutation({
    mutationFn: ({ arrivalId, scanId, file, noMarkBecause }: ScanWish) =>
      read(
        client.PUT('/api/v1/arrivals/{id}/scans/{scanId}', {
          params: {
            path: { id: arrivalId, scanId },
            query: { fileName: file.name, ...(noMarkBecause === undefined ? {} : { noMarkBecause }) },
          },
          headers: { 'content-type': 'application/octet-stream' },
          body: file.name,
          bodySerializer: () => file,
        }),
      ),
    onSettled: useTellPages(),
  });
}

export function useRemoveScan(arrivalId: string) {
  const tell = useTellPages();
  return useMutation({
    mutationFn: async (scanId: string) => {
      await client.DELETE('/api/v1/arrivals/{id}/scans/{scanId}', { params: { path: { id: arrivalId, scanId } } });
    },
    onSettled: () => tell(undefined),
  });
}

/** Reads a file of paper; nothing is written. */
export function readPaperTable(file: File) {
  return read(
    client.PUT('/api/v1/paper-tables', {
      headers: { 'content-type': 'application/octet-stream' },
      body: file.name,
      bodySerializer: () => file,
    }),
  );
}
