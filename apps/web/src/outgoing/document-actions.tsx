import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import { useAnsweredArrival } from '../handling/use-answered-arrival.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useKeys } from '../ui/use-keys.js';
import { useShowProblem } from '../ui/use-problem.js';
import { RecallAction } from '../recall/recall-action.js';
import { UseReservedNumber } from '../register/reserved-number-dialog.js';
import { CancelNumberAction } from './cancel-number-action.js';
import { CorrectMenu } from './correct-menu.js';
import { SendingActions } from './sending-actions.js';
import { OpinionDialog, type OpinionMove, opinionMoves } from './opinion-dialog.js';
import { useQuestions } from './use-questions.js';
import { useDocumentAction, type DocumentMove } from './use-document-action.js';

/** The next thing to do is the filled button; what else may be done stands beside it. */
const mainFirst = ['agree', 'approve', 'submit', 'issue', 'send', 'complete'] as const;

const besides = ['call-back', 'give-back', 'return'] as const;

function isWithOpinion(move: DocumentMove): move is OpinionMove {
  return opinionMoves.some((known) => known === move);
}

export function DocumentActions({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { id, actions, symbol } = document;
  const navigate = useNavigate();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const questionFor = useQuestions(document);
  const action = useDocumentAction();
  const askAboutAnswered = useAnsweredArrival();
  const [asked, setAsked] = useState<OpinionMove | null>(null);
  const main = mainFirst.find((move) => actions.includes(move));

  const run = (move: DocumentMove, opinion?: string) => {
    action.mutate(
      { id, action: move, ...(opinion === undefined ? {} : { opinion }) },
      {
        onError: showProblem,
        onSuccess: (after) => {
          setAsked(null);
          const done = move === 'submit' && after?.state === 'in-review' ? 'open-review' : move;
          notifications.show({
            message: t(`outgoing.done.${done}`, { symbol: after?.symbol ?? symbol ?? '' }),
            color: 'accent',
            role: 'status',
          });
          if (after === null) {
            void navigate({ to: '/outgoing', search: { box: 'to-approve' } });
          } else if (move === 'issue') {
            void askAboutAnswered(after);
          }
        },
      },
    );
  };
  const ask = async (move: DocumentMove) => {
    if (isWithOpinion(move)) {
      setAsked(move);
    } else if (await confirm(questionFor(move))) {
      run(move);
    }
  };

  const firstOf = (moves: readonly DocumentMove[]) => {
    const move = moves.find((one) => actions.includes(one));
    if (move !== undefined) {
      void ask(move);
    }
  };
  useKeys({
    a: () => firstOf(['agree', 'approve']),
    r: () => firstOf(['give-back', 'return']),
  });

  return (
    <>
      {actions.includes('edit') && (
        <Button variant="default" renderRoot={(props) => <Link to="/outgoing/draft" search={{ id }} {...props} />}>
          {t('outgoing.act.edit')}
        </Button>
      )}
      {actions.includes('correct') && <CorrectMenu documentId={id} />}
      {besides
        .filter((move) => actions.includes(move))
        .map((move) => (
          <Button key={move} variant="default" onClick={() => void ask(move)}>
            {t(`outgoing.act.${move}`)}
          </Button>
        ))}
      <CancelNumberAction document={document} />
      <UseReservedNumber document={document} />
      <SendingActions document={document} />
      <RecallAction document={document} />
      {main !== undefined && (
        <Button
          variant={main === 'complete' ? 'default' : 'filled'}
          loading={action.isPending}
          onClick={() => void ask(main)}
        >
          {t(`outgoing.act.${main}`)}
        </Button>
      )}
      {asked !== null && (
        <OpinionDialog
          move={asked}
          onClose={() => setAsked(null)}
          document={document}
          isPending={action.isPending}
          onGiven={(opinion) => run(asked, opinion)}
        />
      )}
    </>
  );
}
