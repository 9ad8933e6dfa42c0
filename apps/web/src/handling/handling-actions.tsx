import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../api/types.js';
import { useKeys } from '../ui/use-keys.js';
import { useShowProblem } from '../ui/use-problem.js';
import { AssignDialog } from './assign-dialog.js';
import { SubmitDialog } from './submit-dialog.js';
import { type HandlingWish, useHandling } from './use-handling.js';
import { WordsDialog } from './words-dialog.js';

const moves = ['submit', 'assign', 'comment'] as const;
type Move = (typeof moves)[number];

/** What the reader may do with the work on the whole document: lay it before a leader, distribute it, say something. */
export function HandlingActions({ arrival }: { readonly arrival: ArrivalView }) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const handling = useHandling();
  const [asked, setAsked] = useState<Move | null>(null);
  const { id, actions, state } = arrival;
  const allowed = moves.filter((move) => actions.includes(move));
  const run = (wish: HandlingWish) =>
    handling.mutate(wish, {
      onError: showProblem,
      onSuccess: () => {
        setAsked(null);
        notifications.show({ message: t(`handling.done.${wish.kind}`), color: 'accent', role: 'status' });
      },
    });
  const openIfAllowed = (move: Move) => () => {
    if (allowed.includes(move)) {
      setAsked(move);
    }
  };
  useKeys({ s: openIfAllowed('submit'), g: openIfAllowed('assign'), c: openIfAllowed('comment') });
  const isNext = (move: Move) =>
    (move === 'submit' && state === 'accepted') ||
    (move === 'assign' && (state === 'accepted' || state === 'submitted'));
  const close = () => setAsked(null);

  return (
    <>
      {allowed.map((move) => (
        <Button key={move} variant={isNext(move) ? 'filled' : 'default'} onClick={() => setAsked(move)}>
          {t(`handling.act.${move}`)}
        </Button>
      ))}
      {asked === 'submit' && (
        <SubmitDialog
          arrival={arrival}
          isPending={handling.isPending}
          onClose={close}
          onSubmit={(toPostId) => run({ kind: 'submit', id, toPostId })}
        />
      )}
      {asked === 'assign' && (
        <AssignDialog
          arrival={arrival}
          within={null}
          isPending={handling.isPending}
          onClose={close}
          onAssign={(body) => run({ kind: 'assign', id, body })}
        />
      )}
      {asked === 'comment' && (
        <WordsDialog
          kind="comment"
          isPending={handling.isPending}
          onClose={close}
          onSaid={(words) => run({ kind: 'comment', id, words })}
        />
      )}
    </>
  );
}
