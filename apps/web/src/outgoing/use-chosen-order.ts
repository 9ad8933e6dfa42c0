import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DocumentView } from '../api/types.js';
import { documentQuery } from './document-queries.js';
import { inChosenOrder, isSameOrder } from './files-order.js';
import type { Upload } from './uploads.js';

interface Order {
  readonly isPending: boolean;
  readonly mutate: (ids: readonly string[]) => void;
}

/**
 * Files that were chosen together end up in that order, whichever upload ended first. Gives what forgets the choice:
 * an order that somebody made by hand stays.
 */
export function useChosenOrder(
  { id, attachments }: DocumentView,
  uploads: readonly Upload[],
  { isPending, mutate }: Order,
): () => void {
  const chosen = useRef<readonly string[]>([]);
  const tried = useRef('');
  // Between the end of an upload and the next reading more files are on the server than are seen here.
  const isReading = useIsFetching({ queryKey: documentQuery(id).queryKey }) > 0;
  useEffect(() => {
    const underWay = uploads.filter(({ state }) => state !== 'refused').map(({ id }) => id);
    chosen.current = [...new Set([...chosen.current, ...underWay])];
    const standing = attachments.map(({ id }) => id);
    const wanted = inChosenOrder(standing, chosen.current);
    if (underWay.length > 0 || isReading || isPending || tried.current === wanted.join()) {
      return;
    }
    if (!isSameOrder(standing, wanted)) {
      tried.current = wanted.join();
      mutate(wanted);
    } else if (chosen.current.every((id) => standing.includes(id))) {
      chosen.current = [];
    }
  }, [attachments, uploads, isReading, isPending, mutate]);
  return () => {
    chosen.current = [];
  };
}
