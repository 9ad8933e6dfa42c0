import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import type { ArrivalView } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatDate } from '../ui/format.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './paper.module.css';
import { useNotePaper } from './paper-queries.js';
import { ScansField } from './scans-field.js';

/** What there is to do with the paper of an arrival: its scans and its stamp, or that it came beside the electronic one. */
export function PaperSection({ arrival }: { readonly arrival: ArrivalView }) {
  const { t } = useTranslation();
  const note = useNotePaper();
  const showProblem = useShowProblem();
  const { id, actions, arrivalNumber, paperArrivedOn } = arrival;
  const isPaper = arrival.source === 'paper';
  if (!isPaper && paperArrivedOn === null && !actions.includes('note-paper')) {
    return null;
  }
  return (
    <Section title={t('paper.section')}>
      <div className={classes.scans}>
        {isPaper && arrival.pageCount !== null && (
          <p className={classes.hint}>{t('paper.pages', { count: arrival.pageCount })}</p>
        )}
        {paperArrivedOn !== null && (
          <p className={classes.hint}>{t('paper.cameOn', { date: formatDate(paperArrivedOn) })}</p>
        )}
        {actions.includes('scan') && <ScansField arrivalId={id} />}
        <div className={classes.foot}>
          {actions.includes('note-paper') && (
            <Button
              size="xs"
              variant="default"
              loading={note.isPending}
              onClick={() =>
                note.mutate(
                  { id, key: newId(), arrivedOn: null },
                  {
                    onError: showProblem,
                    onSuccess: () => notifications.show({ message: t('paper.noted'), color: 'accent', role: 'status' }),
                  },
                )
              }
            >
              {t('paper.note')}
            </Button>
          )}
          {actions.includes('correct') && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => (
                <Link to="/incoming/$arrivalId/registration" params={{ arrivalId: id }} {...props} />
              )}
            >
              {t('paper.correct')}
            </Button>
          )}
          {arrivalNumber !== null && (isPaper || paperArrivedOn !== null) && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPrinter size={14} aria-hidden />}
              renderRoot={(props) => <Link to="/incoming/stamps" search={{ ids: id }} {...props} />}
            >
              {t('paper.stamp.print')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}
