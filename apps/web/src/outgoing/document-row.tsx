import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../api/types.js';
import { DueWord } from '../ui/due-word.js';
import { formatDate, formatWhen } from '../ui/format.js';
import { Line } from '../ui/line.js';
import classes from '../ui/row-link.module.css';
import { StateWord } from '../ui/state-word.js';
import { documentTone } from '../ui/states.js';
import { WorkDueWord } from '../ui/work-due-word.js';
import { OtherSide } from './other-side.js';
import glance from './other-side.module.css';

export function DocumentRow({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation();
  return (
    <Link to="/outgoing/$documentId" params={{ documentId: document.id }} className={classes.row} data-row>
      <Line
        urgency={document.urgency}
        symbol={document.symbol}
        typeName={document.typeName}
        subject={document.subject}
        other={
          <>
            <OtherSide document={document} />
            <span className={glance.signer}>{t('outgoingList.signedBy', { name: document.signer.fullName })}</span>
          </>
        }
        state={
          <>
            {document.isUnread && <StateWord tone="care">{t('sending.toKnow.unread')}</StateWord>}
            <StateWord tone={documentTone[document.state]}>{t(`outgoing.state.${document.state}`)}</StateWord>
          </>
        }
        due={<NextDue document={document} />}
        date={document.issuedOn === null ? formatWhen(document.updatedAt, new Date()) : formatDate(document.issuedOn)}
      />
    </Link>
  );
}

/** What is due next: an opinion, the clerk’s step, or else what the document itself asks for. */
function NextDue({ document: { state, reviewDueOn, workDueAt, dueDate } }: { readonly document: DocumentSummary }) {
  if (reviewDueOn !== null) {
    return <DueWord dueDate={reviewDueOn} open />;
  }
  if (workDueAt !== null) {
    return <WorkDueWord dueAt={workDueAt} />;
  }
  return <DueWord dueDate={dueDate} open={!['completed', 'recalled', 'draft', 'returned'].includes(state)} />;
}
