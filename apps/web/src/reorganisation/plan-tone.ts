import type { PlanState } from '../api/types.js';
import type { Tone } from '../ui/state-word.js';

export const planTone: Readonly<Record<PlanState, Tone>> = {
  draft: 'calm',
  scheduled: 'accent',
  effective: 'good',
  cancelled: 'calm',
  failed: 'bad',
};
