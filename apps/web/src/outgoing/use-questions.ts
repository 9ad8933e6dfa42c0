import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import type { DocumentMove } from './use-document-action.js';

interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
}

/** The question before each move that can't be undone; it names the document. */
export function useQuestions(document: DocumentView): (move: Exclude<DocumentMove, 'return'>) => Question {
  const { t } = useTranslation();
  const { subject: name, signer, recipients } = document;
  const symbol = document.symbol ?? '';
  const onPaper = recipients.filter(({ channel }) => channel !== 'electronic').length;

  return (move) => {
    const confirm = t(`outgoing.act.${move}`);
    switch (move) {
      case 'submit':
        return {
          title: t('outgoing.ask.submitTitle'),
          text: t('outgoing.ask.submit', { name, signer: signer.fullName }),
          confirm,
        };
      case 'approve':
        return { title: t('outgoing.ask.approveTitle'), text: t('outgoing.ask.approve', { name }), confirm };
      case 'issue':
        return { title: t('outgoing.ask.issueTitle'), text: t('outgoing.ask.issue', { name }), confirm };
      case 'send': {
        const text = t('outgoing.ask.send', { symbol, name, number: recipients.length });
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
