import { Alert, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import type { ArrivalView } from '../api/types.js';
import { useJoinPaper } from '../paper/paper-queries.js';
import classes from '../recall/recall.module.css';
import { formatMoment } from '../ui/format.js';
import { isOpenArrival } from '../ui/states.js';
import { useShowProblem } from '../ui/use-problem.js';

/** Warns the clerk before accepting what seems to be here already. */
export function SameNotice({ arrival: { id: arrivalId, sameAs } }: { readonly arrival: ArrivalView }) {
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
          {sameAs.map(({ id, symbol, subject, arrivalNumber: number, state, arrivedAt, source }) => (
            <li key={id}>
              <Link to="/incoming/$arrivalId" params={{ arrivalId: id }}>
                {t('incoming.same.line', { symbol, subject: subject ?? '…', moment: formatMoment(arrivedAt) })}
              </Link>
              {` · ${number === null ? t(`incoming.state.${state}`) : t('incoming.number', { number })} `}
              {source === 'paper' && number !== null && isOpenArrival(state) && (
                <JoinButton arrivalId={arrivalId} paperId={id} number={number} />
              )}
            </li>
          ))}
        </ul>
      </Alert>
    </div>
  );
}

interface JoinProps {
  readonly arrivalId: string;
  readonly paperId: string;
  readonly number: number;
}

/** Its paper was registered before it came: both become one entry. */
function JoinButton({ arrivalId, paperId, number }: JoinProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const showProblem = useShowProblem();
  const join = useJoinPaper(arrivalId);
  const run = (): void => {
    join.mutateAsync({ key: newId(), paperId }).then(() => {
      notifications.show({ message: t('paper.joined', { number }), color: 'accent', role: 'status' });
      void navigate({ to: '/incoming/$arrivalId', params: { arrivalId: paperId } });
    }, showProblem);
  };
  return (
    <Button size="xs" loading={join.isPending} onClick={run}>
      {t('paper.join', { number })}
    </Button>
  );
}
