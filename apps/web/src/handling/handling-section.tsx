import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView, AssignmentAction, AssignmentState, AssignmentView } from '../api/types.js';
import { DueWord } from '../ui/due-word.js';
import { Section } from '../ui/facts.js';
import { formatMoment } from '../ui/format.js';
import { StateWord, type Tone } from '../ui/state-word.js';
import { useShowProblem } from '../ui/use-problem.js';
import { AssignDialog } from './assign-dialog.js';
import classes from './handling-section.module.css';
import { type HandlingWish, useHandling } from './use-handling.js';
import { WordsDialog } from './words-dialog.js';

const tones: Record<AssignmentState, Tone> = {
  open: 'accent',
  'in-process': 'good',
  done: 'calm',
  'handed-back': 'care',
  withdrawn: 'calm',
};

/** Who has what of the work: the parts that leaders gave, each with what its unit gave on. */
export function HandlingSection({ arrival }: { readonly arrival: ArrivalView }) {
  const { t } = useTranslation();
  const { submission, assignments } = arrival;
  if (submission === null && assignments.length === 0) {
    return null;
  }
  return (
    <Section title={t('handling.title')}>
      {submission !== null && (
        <p className={classes.submission}>
          {t('handling.submittedTo', {
            name: submission.fullName,
            position: submission.position,
            moment: formatMoment(submission.submittedAt),
          })}
        </p>
      )}
      <Parts arrival={arrival} parentId={null} />
    </Section>
  );
}

function Parts({ arrival, parentId }: { readonly arrival: ArrivalView; readonly parentId: string | null }) {
  const parts = arrival.assignments.filter((one) => one.parentId === parentId);
  if (parts.length === 0) {
    return null;
  }
  return (
    <ul className={classes.parts}>
      {parts.map((part) => (
        <li key={part.id} className={classes.part} data-part={part.state}>
          <Part arrival={arrival} part={part} />
          <Parts arrival={arrival} parentId={part.id} />
        </li>
      ))}
    </ul>
  );
}

function Part({ arrival, part }: { readonly arrival: ArrivalView; readonly part: AssignmentView }) {
  const { t } = useTranslation();
  const { role, unit, person, dueOn, instruction, state, assignedBy, assignedAt, endedAt, note, actions } = part;
  const isOpen = endedAt === null;
  return (
    <>
      <div className={classes.head}>
        <span>
          <b>{unit?.name ?? person?.fullName}</b>
          <span className={classes.quiet}>
            {t(`handling.role.${role}`)}
            {person !== null && ` · ${person.position}`}
          </span>
        </span>
        <span className={classes.state}>
          <StateWord tone={tones[state]}>{t(`handling.state.${state}`)}</StateWord>
          <DueWord dueDate={dueOn} open={isOpen} />
        </span>
      </div>
      <span className={classes.quiet}>
        {t('handling.by', { name: assignedBy.fullName, moment: formatMoment(assignedAt) })}
        {endedAt !== null && ` · ${t('handling.ended', { moment: formatMoment(endedAt) })}`}
      </span>
      {instruction !== '' && <p className={classes.words}>“{instruction}”</p>}
      {note !== null && <p className={classes.words}>{t('handling.said', { note })}</p>}
      {actions.length > 0 && part !== onlyPartToDo(arrival) && (
        <Group gap={8} mt={8}>
          <PartActions arrival={arrival} part={part} />
        </Group>
      )}
    </>
  );
}

/** The reader’s own part where there is one: what can be done with it stands at the head of the page. */
export function onlyPartToDo({ assignments }: ArrivalView): AssignmentView | undefined {
  const [first, ...others] = assignments.filter(({ actions }) => actions.length > 0);
  return others.length === 0 ? first : undefined;
}

/** What the reader may do with a part. */
export function PartActions({ arrival, part }: { readonly arrival: ArrivalView; readonly part: AssignmentView }) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const handling = useHandling();
  const [asked, setAsked] = useState<Exclude<AssignmentAction, 'start'> | null>(null);
  const run = (wish: HandlingWish) =>
    handling.mutate(wish, {
      onError: showProblem,
      onSuccess: () => {
        setAsked(null);
        notifications.show({ message: t(`handling.done.${wish.kind}`), color: 'accent', role: 'status' });
      },
    });
  return (
    <>
      {part.actions.map((action) => (
        <Button
          key={action}
          variant={action === 'start' ? 'filled' : 'default'}
          loading={handling.isPending && action === 'start'}
          onClick={() => (action === 'start' ? run({ kind: 'start', id: part.id }) : setAsked(action))}
        >
          {t(`handling.act.${action}`)}
        </Button>
      ))}
      {asked === 'assign-on' && (
        <AssignDialog
          arrival={arrival}
          within={part}
          isPending={handling.isPending}
          onClose={() => setAsked(null)}
          onAssign={(body) => run({ kind: 'assign-on', id: part.id, body })}
        />
      )}
      {(asked === 'finish' || asked === 'hand-back') && (
        <WordsDialog
          kind={asked}
          isPending={handling.isPending}
          onClose={() => setAsked(null)}
          onSaid={(words) => run({ kind: asked, id: part.id, words })}
        />
      )}
    </>
  );
}
