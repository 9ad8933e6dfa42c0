import { useTranslation } from 'react-i18next';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import type { DraftKeeper } from './draft-keeper.js';
import { useDocumentAction } from './use-document-action.js';

interface Submission {
  readonly keeper: DraftKeeper;
  readonly subject: string;
  readonly signerName: string;
  /** Whose opinion is asked first; nobody’s when empty. */
  readonly reviewers: readonly { readonly fullName: string }[];
}

/** Lays a draft before its reviewers or its signer; the page then turns to the document by itself, as its state is no draft’s. */
export function useSubmitDraft({ keeper, subject, signerName, reviewers }: Submission) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const action = useDocumentAction();

  const run = async () => {
    const kept = await keeper.flush();
    if (kept === undefined) {
      return;
    }
    const names = reviewers.map(({ fullName }) => fullName).join(', ');
    const question =
      reviewers.length > 0
        ? {
            title: t('outgoing.ask.reviewTitle'),
            text: t('outgoing.ask.review', { name: subject, names }),
            confirm: t('outgoing.draft.askReviewers'),
          }
        : {
            title: t('outgoing.ask.submitTitle'),
            text: t('outgoing.ask.submit', { name: subject, signer: signerName }),
            confirm: t('outgoing.draft.submit'),
          };
    const sure = await confirm(question);
    if (!sure) {
      return;
    }
    action.mutate({ id: kept.id, action: 'submit' }, { onError: showProblem });
  };

  return { run, isPending: action.isPending };
}
