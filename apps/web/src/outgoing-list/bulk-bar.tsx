import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import type { BulkAction, BulkOutcome, DocumentState, DocumentSummary } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { BulkResultDialog } from './bulk-result-dialog.js';
import classes from './selection.module.css';
import { mostSelected } from './selection.js';
import { type BulkWish, useBulkMove } from './use-bulk-move.js';
import type { UseSelection } from './use-selection.js';

/** From which state each can be done; which of the documents are the reader’s to move the answer says one by one. */
const stateFor: Readonly<Record<BulkAction, DocumentState>> = { issue: 'approved', send: 'issued', complete: 'sent' };
const actions = ['issue', 'send', 'complete'] as const satisfies readonly BulkAction[];

interface Props {
  /** In the order on the screen. */
  readonly chosen: readonly DocumentSummary[];
  readonly selection: UseSelection;
}

/** What may be done with all that is selected, with how many of them it would touch. */
export function BulkBar({ chosen, selection }: Props) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const move = useBulkMove();
  const lastWish = useRef<BulkWish>(undefined);
  const [refused, setRefused] = useState<{
    action: BulkAction;
    items: readonly BulkOutcome[];
    done: number;
    known: readonly DocumentSummary[];
  }>();

  const run = async (action: BulkAction, documents: readonly DocumentSummary[]) => {
    const number = documents.length;
    const [first] = documents;
    const name = first === undefined ? '' : (first.symbol ?? first.subject);
    const isWanted = await confirm({
      title: t(`outgoingList.bulk.${action}Title`, { number }),
      text: t(`outgoingList.bulk.${action}Text`, { name, number }),
      confirm: t(`outgoingList.bulk.${action}`, { number }),
    });
    if (!isWanted) {
      return;
    }
    const wish = wishOf(action, documents, lastWish.current);
    lastWish.current = wish;
    move.mutate(wish, {
      // The key is kept: a try after a lost line is the same wish.
      onError: showProblem,
      onSuccess: ({ items }) => {
        lastWish.current = undefined;
        const done = items.filter(({ outcome }) => outcome === 'done');
        selection.drop(new Set(done.map(({ id }) => id)));
        if (done.length === items.length) {
          notifications.show({
            message: t(`outgoingList.bulk.${action}Done`, { number: done.length, symbols: symbolsOf(done) }),
            color: 'accent',
            role: 'status',
          });
        } else {
          setRefused({
            action,
            known: documents,
            done: done.length,
            items: items.filter(({ outcome }) => outcome === 'refused'),
          });
        }
      },
    });
  };

  return (
    <>
      <div className={chosen.length > 0 ? classes.bar : undefined} role="group" aria-label={t('outgoingList.bulk.bar')}>
        {/* There before it says anything, so that screen readers tell each change. */}
        <p className={classes.count} role="status">
          {chosen.length > 0 && t('outgoingList.select.count', { number: chosen.length })}
          {chosen.length >= mostSelected && ` · ${t('outgoingList.select.most', { max: mostSelected })}`}
        </p>
        {chosen.length > 0 && (
          <>
            <Button variant="default" onClick={selection.selectShown}>
              {t('outgoingList.select.all')}
            </Button>
            {actions
              .filter((action) => permissions.includes(`document:${action}`))
              .map((action) => ({ action, fitting: chosen.filter(({ state }) => state === stateFor[action]) }))
              .filter(({ fitting }) => fitting.length > 0)
              .map(({ action, fitting }) => (
                <Button
                  key={action}
                  variant={action === 'complete' ? 'default' : 'filled'}
                  loading={move.isPending}
                  onClick={() => void run(action, fitting)}
                >
                  {t(`outgoingList.bulk.${action}`, { number: fitting.length })}
                </Button>
              ))}
            <Button variant="subtle" onClick={selection.clear}>
              {t('outgoingList.select.none')}
            </Button>
          </>
        )}
      </div>
      {refused !== undefined && <BulkResultDialog {...refused} onClose={() => setRefused(undefined)} />}
    </>
  );
}

function wishOf(action: BulkAction, documents: readonly DocumentSummary[], last: BulkWish | undefined): BulkWish {
  const ids = documents.map(({ id }) => id);
  const isSame = last?.action === action && last.ids.join() === ids.join();
  return isSame ? last : { action, ids, key: newId() };
}

function symbolsOf(done: readonly BulkOutcome[]): string {
  const [first, last] = [done[0]?.symbol ?? '', done.at(-1)?.symbol ?? ''];
  return done.length === 1 ? first : `${first} … ${last}`;
}
