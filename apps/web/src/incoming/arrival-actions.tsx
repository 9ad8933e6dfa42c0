import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../api/types.js';
import { HandlingActions } from '../handling/handling-actions.js';
import { onlyPartToDo, PartActions } from '../handling/handling-section.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useKeys } from '../ui/use-keys.js';
import { useShowProblem } from '../ui/use-problem.js';
import { arrivalChecksQuery } from './arrival-queries.js';
import { ForwardDialog } from './forward-dialog.js';
import { RefuseDialog } from './refuse-dialog.js';
import { ReplyButton } from './reply-button.js';
import { useNextToReceive } from './use-next-to-receive.js';
import { useArrivalAction, type ArrivalMove } from './use-arrival-action.js';

const told = 'arrival-told';

export function ArrivalActions({ arrival }: { readonly arrival: ArrivalView }) {
  const { t } = useTranslation();
  const { id, state, actions, symbol, subject: name, sender } = arrival;
  const own = onlyPartToDo(arrival);
  const isBegun = state === 'in-process' || actions.every((one) => one !== 'assign' && one !== 'submit');
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const action = useArrivalAction();
  const openNext = useNextToReceive();
  const [refusing, { open, close }] = useDisclosure(false);
  const [forwarding, forwarded] = useDisclosure(false);
  const checks = useQuery({ ...arrivalChecksQuery(id), enabled: actions.includes('accept') });

  // Told even where the answer takes these buttons off the page.
  const run = (move: ArrivalMove, reason?: string, after: () => void = () => undefined) => {
    const wish = { id, action: move, ...(reason === undefined ? {} : { reason }) };
    action.mutateAsync(wish).then(({ arrivalNumber }) => {
      close();
      // One word at a time: of twenty documents in a row the last is told, and nobody waits for the words before.
      notifications.hide(told);
      notifications.show({
        id: told,
        message: t(`incoming.done.${move}`, { number: arrivalNumber ?? '' }),
        color: 'accent',
        role: 'status',
      });
      after();
    }, showProblem);
  };
  const ask = async (move: 'accept' | 'complete') => {
    const sure = await confirm({
      title: t(`incoming.ask.${move}Title`),
      text: t(`incoming.ask.${move}`, { symbol, sender: sender.name, name }),
      confirm: t(`incoming.act.${move}`),
    });
    if (sure) {
      run(move);
    }
  };
  useKeys({
    // One key a document: the next one that waits opens by itself.
    a: () => {
      if (!actions.includes('accept') || action.isPending) {
        return;
      }
      // What looks like a document that is here already, or did not pass a check, is looked at first.
      if (arrival.sameAs.length > 0 || checks.data?.some(({ outcome }) => outcome === 'bad') === true) {
        void ask('accept');
      } else {
        run('accept', undefined, openNext);
      }
    },
    r: () => {
      if (actions.includes('refuse')) {
        open();
      }
    },
  });

  return (
    <>
      {actions.includes('refuse') && (
        <Button variant="default" onClick={open}>
          {t('incoming.act.refuse')}
        </Button>
      )}
      {actions.includes('forward') && (
        <Button variant="default" onClick={forwarded.open}>
          {t('incoming.act.forward')}
        </Button>
      )}
      {actions.includes('accept') && (
        <Button loading={action.isPending} onClick={() => void ask('accept')}>
          {t('incoming.act.accept')}
        </Button>
      )}
      {own !== undefined && <PartActions arrival={arrival} part={own} />}
      <HandlingActions arrival={arrival} />
      {actions.includes('reply') && <ReplyButton arrivalId={id} />}
      {actions.includes('complete') && (
        <Button
          variant={isBegun ? 'filled' : 'default'}
          loading={action.isPending}
          onClick={() => void ask('complete')}
        >
          {t('incoming.act.complete')}
        </Button>
      )}
      {forwarding && <ForwardDialog arrival={arrival} onClose={forwarded.close} />}
      {refusing && (
        <RefuseDialog
          arrival={arrival}
          isPending={action.isPending}
          onClose={close}
          onRefuse={(reason) => run('refuse', reason)}
        />
      )}
    </>
  );
}
