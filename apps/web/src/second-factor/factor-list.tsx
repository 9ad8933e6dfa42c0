import { Button, TextInput } from '@mantine/core';
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactor } from '../api/types.js';
import { formatDay, formatMoment } from '../ui/format.js';
import classes from './second-factor.module.css';
import { useChangeFactor } from './use-change-factor.js';
import { useFocusHere } from './use-focus-here.js';

export function FactorList({ factors }: { readonly factors: readonly SecondFactor[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.factors} aria-label={t('secondFactor.account.list')}>
      {factors.map((factor) => (
        <FactorRow key={factor.id} factor={factor} isLast={factors.length === 1} />
      ))}
    </ul>
  );
}

function FactorRow({ factor, isLast }: { readonly factor: SecondFactor; readonly isLast: boolean }) {
  const { t } = useTranslation();
  const { rename, remove } = useChangeFactor(factor, isLast);
  const [renaming, setRenaming] = useState(false);
  const { id, kind, name, createdAt, lastUsedAt } = factor;
  const Sign = kind === 'totp' ? IconDeviceMobile : IconFingerprint;

  if (renaming) {
    return (
      <li className={classes.factor}>
        <RenameForm
          name={name}
          busy={rename.isPending}
          onRenamed={(next) => {
            rename.mutate(next, {
              onSuccess: () => {
                setRenaming(false);
              },
            });
          }}
          onCancel={() => {
            setRenaming(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.factor} data-factor={id}>
      <Sign size={26} stroke={1.5} aria-hidden />
      <div className={classes.factorWords}>
        <div className={classes.factorName}>{name}</div>
        <div className={classes.factorFacts}>
          {t(`secondFactor.account.kind.${kind}`)} · {t('secondFactor.account.added', { date: formatDay(createdAt) })} ·{' '}
          {lastUsedAt === null
            ? t('secondFactor.account.neverUsed')
            : t('secondFactor.account.used', { time: formatMoment(lastUsedAt) })}
        </div>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('secondFactor.account.renameOf', { name })}
        onClick={() => {
          setRenaming(true);
        }}
      >
        {t('secondFactor.account.rename')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        loading={remove.isPending}
        aria-label={t('secondFactor.account.removeOf', { name })}
        onClick={() => {
          remove.mutate();
        }}
      >
        {t('secondFactor.account.remove')}
      </Button>
    </li>
  );
}

interface RenameProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onRenamed: (name: string) => void;
  readonly onCancel: () => void;
}

function RenameForm({ name: before, busy, onRenamed, onCancel }: RenameProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(before);
  const field = useFocusHere();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') {
      onRenamed(name.trim());
    }
  };
  return (
    <form onSubmit={submit} className={classes.factor} style={{ border: 0, padding: 0, flex: 1 }} noValidate>
      <TextInput
        aria-label={t('secondFactor.enrol.name')}
        className={classes.factorWords}
        maxLength={60}
        ref={field}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
        error={name.trim() === '' && t('secondFactor.enrol.missingName')}
      />
      <Button type="submit" size="compact-md" loading={busy}>
        {t('secondFactor.account.save')}
      </Button>
      <Button variant="default" size="compact-md" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  );
}
