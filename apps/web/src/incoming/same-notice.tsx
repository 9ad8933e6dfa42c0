import { Alert } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../api/types.js';
import classes from '../recall/recall.module.css';
import { formatMoment } from '../ui/format.js';

/** Warns the clerk before accepting what seems to be here already. */
export function SameNotice({ arrival: { sameAs } }: { readonly arrival: ArrivalView }) {
  const { t } = useTranslation();
  if (sameAs.length === 0) {
    return null;
  }
  return (
    <div className={classes.notices}>
      <Alert
        role="alert"
        color="yellow"
        icon={<IconCopy aria-hidden />}
        title={t('incoming.same.title')}
        classNames={{ title: classes.title }}
      >
        <ul className={classes.lines}>
          <li>{t('incoming.same.text')}</li>
          {sameAs.map(({ id, symbol, subject, arrivalNumber: number, state, arrivedAt }) => (
            <li key={id}>
              <Link to="/incoming/$arrivalId" params={{ arrivalId: id }}>
                {t('incoming.same.line', { symbol, subject: subject ?? '…', moment: formatMoment(arrivedAt) })}
              </Link>
              {` · ${number === null ? t(`incoming.state.${state}`) : t('incoming.number', { number })}`}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}
