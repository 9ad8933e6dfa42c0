import type { ReactNode } from 'react';
import classes from './state-word.module.css';

export type Tone = 'calm' | 'accent' | 'good' | 'care' | 'bad';

interface Props {
  readonly tone: Tone;
  /** More than a word or two: takes a second line rather than the place of others. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

/** A state is always a word; the colour only helps. */
export function StateWord({ tone, isLong = false, children }: Props) {
  return (
    <span className={classes.state} data-tone={tone} data-long={isLong || undefined}>
      {children}
    </span>
  );
}
