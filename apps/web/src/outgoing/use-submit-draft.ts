import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import type { DraftKeeper } from './draft-keeper.js';
import { useDocumentAction } from './use-document-action.js';

interface Submission {
  readonly keeper: DraftKeeper;
  readonly subject: string;
  readonly signerName: string;
  /** The draft is done with: leaving the page loses nothing. */
  readonly onLeave: () => void;
}

export function useSubmitDraft({ keeper, subject, signerName, onLeave }: Submission) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const action = useDocumentAction();

  const run = async () => {
    const kept = await keeper.flush();
    if (kept === undefined) {
      return;
    }
    const sure = await confirm({
      title: t('outgoing.ask.submitTitle'),
      text: t('outgoing.ask.submit', { name: subject, signer: signerName }),
      confirm: t('outgoing.draft.submit'),
    });
    if (!sure) {
      return;
    }
    action.mutate(
      { id: kept.id, action: 'submit' },
      {
        onError: showProblem,
        onSuccess: () => {
          onLeave();
          void navigate({ to: '/outgoing/$documentId', params: { documentId: kept.id } });
        },
      },
    );
  };

  return { run, isPending: action.isPending };
}
