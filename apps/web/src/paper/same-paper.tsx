import { Alert, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import type { ArrivalView, SameArrival } from '../api/types.js';
import { formatDate } from '../ui/format.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './paper.module.css';
import { useNotePaper } from './paper-queries.js';

interface Props {
  readonly same: readonly SameArrival[];
  readonly arrivedOn: string | null;
  readonly onNoted: (arrival: ArrivalView) => void;
}

/** What seems to be the paper in the clerk’s hand: one that came electronically becomes one entry with paper beside it. */
export function SamePaper({ same, arrivedOn, onNoted }: Props) {
  const { t } = useTranslation();
  const note = useNotePaper();
  const showProblem = useShowProblem();
  if (same.length === 0) {
    return null;
  }
  return (
    <Alert role="alert" color="yellow" icon={<IconCopy aria-hidden />} title={t('paper.same.title')}>
      <ul className={classes.same}>
        {same.map(({ id, symbol, subject, issuedOn, arrivalNumber, source, paperArrivedOn, state }) => (
          <li key={id}>
            <Link to="/incoming/$arrivalId" params={{ arrivalId: id }} target="_blank">
              {t('paper.same.line', { symbol, date: formatDate(issuedOn), subject: subject ?? '…' })}
            </Link>
            <span>
              {arrivalNumber === null ? t(`incoming.state.${state}`) : t('incoming.number', { number: arrivalNumber })}
            </span>
            {source === 'electronic' && paperArrivedOn === null && (
              <Button
                size="xs"
                loading={note.isPending}
                onClick={() =>
                  note.mutate(
                    { id, key: newId(), arrivedOn },
                    {
                      onError: showProblem,
                      onSuccess: (arrival) => {
                        notifications.show({ message: t('paper.noted'), color: 'accent', role: 'status' });
                        onNoted(arrival);
                      },
                    },
                  )
                }
              >
                {t('paper.same.note')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
