import { Skeleton } from '@mantine/core';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../shell/page-fault.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { DraftForm } from './draft-form.js';
import { useDraft } from './use-draft.js';

export function DraftPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useSearch({ from: '/desk/outgoing/draft' });
  const onCreated = useCallback(
    (created: string) => {
      if (created !== id) {
        void navigate({ to: '/outgoing/draft', search: { id: created }, replace: true, ignoreBlocker: true });
      }
    },
    [id, navigate],
  );
  const draft = useDraft(id, onCreated);
  const { document, error } = draft;
  usePageTitle(t(id === undefined ? 'outgoing.draft.newTitle' : 'outgoing.draft.title'));

  if (error !== null && document === undefined) {
    return <PageFault error={error} />;
  }
  if (id !== undefined && document === undefined) {
    return <Skeleton height={320} m={24} />;
  }
  if (document !== undefined && document.state !== 'draft' && document.state !== 'returned') {
    return <Navigate to="/outgoing/$documentId" params={{ documentId: document.id }} replace />;
  }
  return <DraftForm id={id} draft={draft} />;
}
