import type { WebhookMessageState } from '../api/types.js';

export const messageBoxes = ['all', 'waiting', 'failed', 'delivered'] as const satisfies readonly (
  | WebhookMessageState
  | 'all'
)[];

export interface WebhookSearch {
  state?: WebhookMessageState;
}

export function webhookSearch({ state }: Record<string, unknown>): WebhookSearch {
  const known = messageBoxes.find((one) => one === state);
  return known === undefined || known === 'all' ? {} : { state: known };
}
