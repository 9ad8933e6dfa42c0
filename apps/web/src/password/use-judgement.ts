import { useEffect, useState } from 'react';
import type { Judgement } from './judge.js';

/** Somebody who types is not disturbed at every letter. */
const pauseMs = 250;

/** How strong the password is; undefined while nothing is typed, and until the dictionaries are here. */
export function useJudgement(password: string, names: readonly string[]): Judgement | undefined {
  const [judged, setJudged] = useState<{ readonly password: string; readonly judgement: Judgement }>();
  const known = names.join('\n');

  useEffect(() => {
    if (password === '') {
      return;
    }
    let isStale = false;
    const timer = window.setTimeout(() => {
      void import('./judge.js')
        .then(({ judge }) => judge(password, known.split('\n')))
        .then((judgement) => {
          if (!isStale) {
            setJudged({ password, judgement });
          }
        });
    }, pauseMs);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [password, known]);

  return password === '' ? undefined : judged?.judgement;
}
