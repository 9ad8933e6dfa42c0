import { useTranslation } from 'react-i18next';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import type { DraftKeeper } from './draft-keeper.js';
import { useDocumentAction } from './use-document-action.js';

interface Submission {
  readonly keeper: DraftKeeper;
  readonly subject: string;
  readonly signerName: string;
}

/** Lays a draft before its signer; the page then turns to the document by itself, as its state is no draft’s. */
export function useSubmitDraft({ keeper, subject, signerName }: Submission) {
  const { t } = useTranslation();
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
    action.mutate({ id: kept.id, action: 'submit' }, { onError: showProblem });
  };

  return { run, isPending: action.isPending };
}
