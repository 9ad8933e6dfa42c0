import type { LateKind } from '../api/types.js';

export const lateBoxes = ['all', 'not-arrived', 'not-answered', 'not-completed'] as const satisfies readonly (
  | LateKind
  | 'all'
)[];

export interface LateSearch {
  kind?: LateKind;
  recipientId?: string;
}

export function lateSearch({ kind, recipientId }: Record<string, unknown>): LateSearch {
  const known = lateBoxes.find((one) => one === kind && one !== 'all');
  return {
    ...(known === undefined || known === 'all' ? {} : { kind: known }),
    ...(typeof recipientId === 'string' ? { recipientId } : {}),
  };
}
