import { useState } from 'react';
import { useKeys } from '../ui/use-keys.js';

const steps = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

export interface Zoom {
  /** 1 fits the width. */
  readonly factor: number;
  /** Undefined at the ends. */
  readonly smaller: (() => void) | undefined;
  readonly larger: (() => void) | undefined;
  readonly fit: (() => void) | undefined;
}

/** How large the file is shown, in steps, also by the keys + and −, and 0 for the width. */
export function useZoom(): Zoom {
  const [factor, setFactor] = useState(1);
  const below = steps.findLast((step) => step < factor);
  const above = steps.find((step) => step > factor);
  const zoom: Zoom = {
    factor,
    smaller: below === undefined ? undefined : () => setFactor(below),
    larger: above === undefined ? undefined : () => setFactor(above),
    fit: factor === 1 ? undefined : () => setFactor(1),
  };
  useKeys({
    '+': () => zoom.larger?.(),
    // The same key without Shift on most keyboards.
    '=': () => zoom.larger?.(),
    '-': () => zoom.smaller?.(),
    '0': () => zoom.fit?.(),
  });
  return zoom;
}
