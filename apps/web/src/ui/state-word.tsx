import type { ReactNode } from 'react';
import classes from './state-word.module.css';

export type Tone = 'calm' | 'accent' | 'good' | 'care' | 'bad';

/** A state is always a word; the colour only helps. */
export function StateWord({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={classes.state} data-tone={tone}>
      {children}
    </span>
  );
}
