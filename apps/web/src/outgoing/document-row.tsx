import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../api/types.js';
import { DueWord } from '../ui/due-word.js';
import { formatDate, formatWhen } from '../ui/format.js';
import { Line } from '../ui/line.js';
import classes from '../ui/row-link.module.css';
import { StateWord } from '../ui/state-word.js';
import { documentTone } from '../ui/states.js';
import { OtherSide } from './other-side.js';

export function DocumentRow({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation();
  const editable = document.state === 'draft' || document.state === 'returned';
  return (
    <Link to="/outgoing/$documentId" params={{ documentId: document.id }} className={classes.row} data-row>
      <Line
        urgency={document.urgency}
        symbol={document.symbol}
        typeName={document.typeName}
        subject={document.subject}
        other={<OtherSide document={document} />}
        state={<StateWord tone={documentTone[document.state]}>{t(`outgoing.state.${document.state}`)}</StateWord>}
        due={
          document.reviewDueOn === null ? (
            <DueWord dueDate={document.dueDate} open={document.state !== 'completed' && !editable} />
          ) : (
            <DueWord dueDate={document.reviewDueOn} open />
          )
        }
        date={document.issuedOn === null ? formatWhen(document.updatedAt, new Date()) : formatDate(document.issuedOn)}
      />
    </Link>
  );
}
