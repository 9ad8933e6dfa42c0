import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import type { OpinionMove } from './opinion-dialog.js';
import type { DocumentMove } from './use-document-action.js';

interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
}

/** The question before each move that can't be undone; it names the document. */
export function useQuestions(document: DocumentView): (move: Exclude<DocumentMove, OpinionMove>) => Question {
  const { t } = useTranslation();
  const { subject: name, signer, recipients, groups } = document;
  const symbol = document.symbol ?? '';
  const onPaper = [...recipients, ...groups].filter(({ channel }) => channel !== 'electronic').length;

  const sendText = () => {
    const number = recipients.length;
    if (groups.length === 0) {
      return t('outgoing.ask.send', { symbol, name, number });
    }
    const names = groups.map((group) => `“${group.name}”`).join(', ');
    const text = t('outgoing.ask.sendToGroups', { symbol, name, groups: names });
    return number === 0 ? text : `${text} ${t('outgoing.ask.sendAlso', { number })}`;
  };

  return (move) => {
    const asksReviewers = move === 'submit' && document.reviewers.length > 0;
    const confirm = asksReviewers ? t('outgoing.draft.askReviewers') : t(`outgoing.act.${move}`);
    switch (move) {
      case 'submit':
        if (document.reviewers.length > 0) {
          const names = document.reviewers.map(({ fullName }) => fullName).join(', ');
          return { title: t('outgoing.ask.reviewTitle'), text: t('outgoing.ask.review', { name, names }), confirm };
        }
        return {
          title: t('outgoing.ask.submitTitle'),
          text: t('outgoing.ask.submit', { name, signer: signer.fullName }),
          confirm,
        };
      case 'call-back':
        return { title: t('outgoing.ask.call-backTitle'), text: t('outgoing.ask.call-back', { name }), confirm };
      case 'approve':
        return { title: t('outgoing.ask.approveTitle'), text: t('outgoing.ask.approve', { name }), confirm };
      case 'issue':
        return { title: t('outgoing.ask.issueTitle'), text: t('outgoing.ask.issue', { name }), confirm };
      case 'send': {
        const text = sendText();
        const paper = onPaper === 0 ? '' : ` ${t('outgoing.ask.sendPaper', { number: onPaper })}`;
        return { title: t('outgoing.ask.sendTitle', { symbol }), text: text + paper, confirm };
      }
      case 'complete':
        return {
          title: t('outgoing.ask.completeTitle'),
          text: t('outgoing.ask.complete', { symbol, name }),
          confirm,
        };
    }
  };
}
