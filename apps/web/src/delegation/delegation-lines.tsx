import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import type { Delegation } from '../api/types.js';
import { formatDate } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './delegation.module.css';

const tones = { coming: 'accent', running: 'good', over: 'calm', revoked: 'calm' } as const;

/** Who stands in for whom, when and why; what still lasts can be taken back. */
export function DelegationLines({ delegations }: { readonly delegations: readonly Delegation[] }) {
  const { t } = useTranslation();
  if (delegations.length === 0) {
    return null;
  }
  return (
    <ul className={classes.list} aria-label={t('delegation.list')}>
      {delegations.map((one) => (
        <li key={one.id} className={classes.line}>
          <div className={classes.words}>
            <div className={classes.what}>
              {t('delegation.forWhom', { absent: one.from.fullName, standIn: one.to.fullName })}{' '}
              <StateWord tone={tones[one.state]}>{t(`delegation.state.${one.state}`)}</StateWord>
            </div>
            <div className={classes.quiet}>
              {t('delegation.days', { from: formatDate(one.validFrom), to: formatDate(one.validTo) })} · {one.reason}
            </div>
          </div>
          {one.mayRevoke && <RevokeButton delegation={one} />}
        </li>
      ))}
    </ul>
  );
}

function RevokeButton({ delegation: { id, from, to } }: { readonly delegation: Delegation }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const revoke = useMutation({
    mutationFn: async () => {
      await client.POST('/api/v1/delegations/{id}/revoke', { params: { path: { id } } });
    },
    onSuccess: () => notifications.show({ message: t('delegation.revoked'), color: 'accent', role: 'status' }),
    onError: showProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const ask = async () => {
    const text = t('delegation.revokeText', { absent: from.fullName, standIn: to.fullName });
    if (await confirm({ title: t('delegation.revokeTitle'), text, confirm: t('delegation.revoke'), dangerous: true })) {
      revoke.mutate();
    }
  };
  return (
    <Button variant="default" size="xs" loading={revoke.isPending} onClick={() => void ask()}>
      {t('delegation.revoke')}
    </Button>
  );
}
