import { Button, Modal, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { DocumentView } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';

/** What the clerk says of a held file. */
export interface Decision {
  readonly kind: 'release' | 'withdraw' | 'sendBack';
  readonly attachmentId: string;
  readonly name: string;
}

/** A draft is read by the clerk as long as it is held; after that it is its drafter’s again. */
const unlaid: ReadonlySet<DocumentView['state']> = new Set(['draft', 'returned', 'in-review']);

interface Props {
  readonly document: DocumentView;
  readonly decision: Decision | undefined;
  readonly onClose: () => void;
}

/** Asks for the reason, and says what follows. */
export function DecideDialog({ document, decision, onClose }: Props) {
  return (
    <Modal
      opened={decision !== undefined}
      onClose={onClose}
      title={<Title kind={decision?.kind ?? 'release'} />}
      closeButtonProps={{ 'aria-label': useTranslation().t('common.close') }}
    >
      {decision !== undefined && <Form document={document} decision={decision} onClose={onClose} />}
    </Modal>
  );
}

function Title({ kind }: Pick<Decision, 'kind'>) {
  const { t } = useTranslation();
  return t(`checks.${kind}Title`);
}

const doneWords = { release: 'releasedDone', withdraw: 'withdrawnDone', sendBack: 'sentBackDone' } as const;

function Form({ document, decision, onClose }: Props & { readonly decision: Decision }) {
  const { t } = useTranslation();
  const { kind, attachmentId, name } = decision;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const showProblem = useShowProblem();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [intention] = useState(newId);
  const decide = useMutation({
    mutationFn: async () => {
      const options = {
        params: { path: { id: document.id, attachmentId } },
        headers: { 'Idempotency-Key': intention },
        body: { reason: reason.trim() },
      };
      await (kind === 'release'
        ? client.POST('/api/v1/documents/{id}/attachments/{attachmentId}/release', options)
        : client.POST('/api/v1/documents/{id}/attachments/{attachmentId}/withdraw', options));
    },
    onError: showProblem,
    onSuccess: () => {
      onClose();
      notifications.show({ message: t(`checks.${doneWords[kind]}`), color: 'accent', role: 'status' });
      if (kind !== 'release' || unlaid.has(document.state)) {
        void navigate({ to: '/outgoing', search: { box: 'held' } });
      }
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['documents', 'desk'].includes(String(queryKey[0])),
      }),
  });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() !== '') {
          decide.mutate();
        }
      }}
    >
      <p>{t(`checks.${kind}Text`, { name })}</p>
      <Textarea
        data-autofocus
        label={t('checks.reason')}
        required
        autosize
        minRows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && t('checks.reasonMissing')}
      />
      <Button type="submit" fullWidth mt="md" color={kind === 'release' ? 'accent' : 'red'} loading={decide.isPending}>
        {t(`checks.${kind}`)}
      </Button>
    </form>
  );
}
