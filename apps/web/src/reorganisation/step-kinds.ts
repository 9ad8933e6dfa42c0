import type { PlanStep } from '../api/types.js';

/** In the order in which they are offered: what happens most often first. */
export const stepKinds = [
  'merge',
  'split',
  'dissolve',
  'rename',
  'new-code',
  'move',
] as const satisfies readonly PlanStep['kind'][];
