import { IconAlertTriangle, IconBolt, IconChevronsUp } from '@tabler/icons-react';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { Urgency } from '../api/types.js';
import classes from './line.module.css';

interface Props {
  readonly urgency: Urgency;
  readonly symbol: string | null;
  readonly typeName: string;
  readonly subject: string;
  readonly other: ReactNode;
  readonly state: ReactNode;
  readonly due?: ReactNode;
  readonly date: string;
  readonly strong?: boolean;
}

/** One document on one line; on a phone the same facts stand in three. */
export function Line({ urgency, symbol, typeName, subject, other, state, due, date, strong = false }: Props) {
  return (
    <span className={classes.line} data-strong={strong || undefined}>
      <span className={classes.urgency}>
        <UrgencyMark urgency={urgency} />
      </span>
      <span className={classes.symbol}>{symbol ?? typeName}</span>
      <span className={classes.subject}>
        {symbol !== null && <span className={classes.type}>{typeName} · </span>}
        {subject}
      </span>
      <span className={classes.other}>{other}</span>
      <span className={classes.state}>
        {state}
        {due}
      </span>
      <span className={classes.date}>{date}</span>
    </span>
  );
}

export function UrgencyMark({ urgency, withWord = false }: { readonly urgency: Urgency; readonly withWord?: boolean }) {
  const { t } = useTranslation();
  if (urgency === 'normal' && !withWord) {
    return null;
  }
  const word = t(`common.urgency.${urgency}`);
  const Icon = urgency === 'express' ? IconBolt : urgency === 'very-urgent' ? IconChevronsUp : IconAlertTriangle;
  return (
    <span className={classes.mark} data-urgency={urgency} title={word}>
      {urgency !== 'normal' && <Icon size={18} stroke={1.8} aria-hidden />}
      {withWord ? word : <VisuallyHidden>{word}</VisuallyHidden>}
    </span>
  );
}
