import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { DocumentView } from '../api/types.js';
import { documentQuery } from './document-queries.js';
import { fieldsOf, noFields, type DraftFields } from './draft-fields.js';
import { DraftKeeper, type DraftStore } from './draft-keeper.js';

const store: DraftStore = {
  create: (body, intention) =>
    read(client.POST('/api/v1/documents', { body, headers: { 'Idempotency-Key': intention } })),
  update: (id, body, version) =>
    read(
      client.PUT('/api/v1/documents/{id}', {
        params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        body,
      }),
    ),
  read: (id) => read(client.GET('/api/v1/documents/{id}', { params: { path: { id } } })),
};

/** The fields of a draft on the page, kept on the server as they change. */
export function useDraft(id: string | undefined, onCreated: (id: string) => void) {
  const queries = useQueryClient();
  const [keeper] = useState(() => new DraftKeeper(store, newId()));
  useEffect(() => {
    keeper.onKept((document) => {
      queries.setQueryData(documentQuery(document.id).queryKey, document);
      void queries.invalidateQueries({ queryKey: ['documents', 'list'] });
      onCreated(document.id);
    });
  }, [keeper, queries, onCreated]);
  const keeping = useSyncExternalStore(keeper.listen, keeper.current);
  const [fields, setFields] = useState<DraftFields>(noFields);
  const query = useQuery({ ...documentQuery(id ?? ''), enabled: id !== undefined });
  const [openedId, setOpenedId] = useState<string | undefined>(undefined);
  const document: DocumentView | undefined = id === undefined ? undefined : query.data;

  // Only the first read fills the fields: what is read again later must not write over what is being typed.
  useEffect(() => {
    if (document !== undefined) {
      keeper.notice(document);
    }
    if (document !== undefined && openedId !== document.id && keeper.id !== document.id) {
      keeper.open(document);
      setFields(fieldsOf(document));
      setOpenedId(document.id);
    }
  }, [document, openedId, keeper]);

  useEffect(() => {
    return () => {
      keeper.stop();
    };
  }, [keeper]);

  const change = (next: DraftFields) => {
    setFields(next);
    keeper.change(next);
  };
  const takeTheirs = (theirs: DocumentView) => {
    keeper.open(theirs);
    setFields(fieldsOf(theirs));
  };

  return { fields, change, keeper, keeping, document, error: query.error, takeTheirs };
}

export type Draft = ReturnType<typeof useDraft>;
