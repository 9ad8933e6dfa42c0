import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';

interface Props<Renewed, Dropped> {
  readonly hasOlder: boolean;
  readonly renew: UseMutationResult<Renewed, Error, void>;
  readonly drop: UseMutationResult<Dropped, Error, void>;
  readonly onRenewed: (renewed: Renewed) => void;
}

/** Changes the secret of messages in two steps: a new one beside the old one, then the old one goes. */
export function SecretButtons<Renewed, Dropped>({ hasOlder, renew, drop, onRenewed }: Props<Renewed, Dropped>) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const make = () => renew.mutate(undefined, { onSuccess: onRenewed, onError: showProblem });
  const askAndMake = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('connections.renewAgainTitle'),
      text: t('connections.renewAgainText'),
      confirm: t('connections.renewAgain'),
      dangerous: true,
    });
    if (isSure) {
      make();
    }
  };
  const askAndDrop = async (): Promise<void> => {
    const isSure = await confirm({
      title: t('connections.dropTitle'),
      text: t('connections.dropText'),
      confirm: t('connections.drop'),
      dangerous: true,
    });
    if (isSure) {
      drop.mutate(undefined, { onError: showProblem });
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconKey size={18} aria-hidden />}
        loading={renew.isPending}
        onClick={() => (hasOlder ? void askAndMake() : make())}
      >
        {t(hasOlder ? 'connections.renewAgain' : 'connections.renew')}
      </Button>
      {hasOlder && (
        <Button variant="default" loading={drop.isPending} onClick={() => void askAndDrop()}>
          {t('connections.drop')}
        </Button>
      )}
    </>
  );
}
