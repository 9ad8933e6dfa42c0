import { linkOptions } from '@tanstack/react-router';
import type { Notification } from '../api/types.js';

/** The page of what a notification is about. */
export function linkTo({ type, id }: Notification['object']) {
  switch (type) {
    case 'arrival':
      return linkOptions({ to: '/incoming/$arrivalId', params: { arrivalId: id } });
    case 'document':
      return linkOptions({ to: '/outgoing/$documentId', params: { documentId: id } });
    case 'webhook':
      return linkOptions({ to: '/webhooks/$webhookId', params: { webhookId: id }, search: {} });
  }
}
