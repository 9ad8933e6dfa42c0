import { useEffect, useState } from 'react';

interface Row {
  readonly id: string;
}

/**
 * Keeps rows that came in above what someone reads out of the list until they ask for them, so that nothing moves
 * under their eyes. Changes inside known rows pass through.
 */
export function holdBack<R extends Row>(
  rows: readonly R[],
  known: ReadonlySet<string> | null,
): { shown: readonly R[]; held: number } {
  const firstKnown = known === null ? -1 : rows.findIndex(({ id }) => known.has(id));
  return firstKnown <= 0 ? { shown: rows, held: 0 } : { shown: rows.slice(firstKnown), held: firstKnown };
}

function isReading(): boolean {
  return window.scrollY > 8 || document.activeElement?.closest('[data-rows]') !== null;
}

export function useHeldRows<R extends Row>(rows: readonly R[]) {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null);
  const { shown, held } = holdBack(rows, known);
  const release = () => {
    setKnown(new Set(rows.map(({ id }) => id)));
    window.scrollTo({ top: 0 });
  };

  useEffect(() => {
    if (held === 0 || !isReading()) {
      setKnown(new Set(rows.map(({ id }) => id)));
    }
  }, [rows, held]);

  return { shown, held, release };
}
