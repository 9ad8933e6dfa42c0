import { useTranslation } from 'react-i18next';
import { formatDate, isOverdue } from './format.js';
import classes from './due-word.module.css';

interface Props {
  readonly dueDate: string | null;
  readonly open: boolean;
}

/** A deadline, red once it has passed while the work is still open. */
export function DueWord({ dueDate, open }: Props) {
  const { t } = useTranslation();
  if (dueDate === null) {
    return null;
  }
  const overdue = open && isOverdue(dueDate, new Date());
  return (
    <span className={classes.due} data-overdue={overdue || undefined}>
      {t(overdue ? 'common.overdue' : 'common.due', { date: formatDate(dueDate) })}
    </span>
  );
}
