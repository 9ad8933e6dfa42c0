import type { AttentionBox } from '../api/types.js';

export const attentionBoxes = ['open', 'given-up'] as const satisfies readonly AttentionBox[];

export interface AttentionSearch {
  box?: 'given-up';
  delivery?: string;
}

export function attentionSearch({ box, delivery }: Record<string, unknown>): AttentionSearch {
  return {
    ...(box === 'given-up' ? { box } : {}),
    ...(typeof delivery === 'string' ? { delivery } : {}),
  };
}
