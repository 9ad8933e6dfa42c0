import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconShieldExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Access, AccessChange, AccessChangeKind } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatMoment } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import { useConfirm } from '../ui/use-confirm.js';
import { type AccessObject, accessQuery } from './access-queries.js';
import classes from './access.module.css';
import { ChangeAccessDialog } from './change-access-dialog.js';
import { useAccessActions } from './use-access-actions.js';

/** Who may read a document, what was changed of that, and what still has to be confirmed (Decree 30/2020, Annex VI, III.3). */
export function AccessSection({ object }: { readonly object: AccessObject }) {
  const { t } = useTranslation();
  const { data: access } = useQuery(accessQuery(object));
  if (access === undefined) {
    return null;
  }
  return (
    <Section title={t('access.title')}>
      <Rights object={object} access={access} />
    </Section>
  );
}

function Rights({ object, access }: { readonly object: AccessObject; readonly access: Access }) {
  const { t } = useTranslation();
  const actions = useAccessActions(object);
  const [asked, setAsked] = useState<AccessChangeKind | null>(null);
  const isUnconfirmed = access.changes.some(({ confirmedAt }) => confirmedAt === null);
  const narrowed = object.type === 'document' ? 'access.narrowedDocument' : 'access.narrowedArrival';
  const ask = (kind: AccessChangeKind) => {
    actions.change.reset();
    setAsked(kind);
  };

  return (
    <div className={classes.rights}>
      {isUnconfirmed && (
        <div className={classes.notice} role="status">
          <IconShieldExclamation size={20} aria-hidden />
          <span>
            <b>{t('access.unconfirmedTitle')}</b>
            <br />
            {t('access.unconfirmed')}
          </span>
        </div>
      )}
      <p className={classes.audience}>
        {access.restricted && access.audience !== 'drafter' ? t(narrowed) : t(`access.audience.${access.audience}`)}
      </p>
      {access.changes.length > 0 && (
        <ul className={classes.changes}>
          {access.changes.map((change) => (
            <Change key={change.id} change={change} name={object.name} actions={actions} />
          ))}
        </ul>
      )}
      {access.mayChange && (
        <Group gap={8} data-no-print>
          <Button size="xs" variant="default" onClick={() => ask('widened')}>
            {t('access.widen')}
          </Button>
          {!access.restricted && (access.audience === 'desk' || access.audience === 'agency') && (
            <Button size="xs" variant="default" onClick={() => ask('narrowed')}>
              {t('access.narrow')}
            </Button>
          )}
        </Group>
      )}
      {asked !== null && (
        <ChangeAccessDialog object={object} kind={asked} change={actions.change} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

interface ChangeProps {
  readonly change: AccessChange;
  readonly name: string;
  readonly actions: ReturnType<typeof useAccessActions>;
}

function Change({ change, name, actions: { confirm, withdraw } }: ChangeProps) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const { id, kind, posts, reason, changedBy, confirmedBy, confirmedAt } = change;
  const people = posts.map(({ fullName, position }) => `${fullName} (${position})`).join(', ');
  const takeBack = async () => {
    const text = t('access.ask.withdrawText', { name });
    if (await ask({ title: t('access.ask.withdrawTitle'), text, confirm: t('access.withdraw') })) {
      withdraw.mutate(id);
    }
  };

  return (
    <li className={classes.change} data-change={kind}>
      <span>
        {t(`access.${kind}`)}: <b>{people === '' ? t('access.leadersOnly') : people}</b>
      </span>
      <span className={classes.reason}>{reason}</span>
      <span className={classes.quiet}>
        {t('access.by', { name: changedBy.fullName, moment: formatMoment(change.changedAt) })}
      </span>
      {confirmedAt === null || confirmedBy === null ? (
        <StateWord tone="care">{t('access.waiting')}</StateWord>
      ) : (
        <span className={classes.quiet}>
          {t('access.confirmed', { name: confirmedBy.fullName, moment: formatMoment(confirmedAt) })}
        </span>
      )}
      {change.actions.length > 0 && (
        <Group gap={8} data-no-print>
          {change.actions.includes('confirm') && (
            <Button size="xs" loading={confirm.isPending} onClick={() => confirm.mutate(id)}>
              {t('access.confirm')}
            </Button>
          )}
          {change.actions.includes('withdraw') && (
            <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => void takeBack()}>
              {t('access.withdraw')}
            </Button>
          )}
        </Group>
      )}
    </li>
  );
}
