import type { Actor } from '#contracts';
import { defineEvent } from '#platform';

/** These deliveries reached their recipients: arrived in the system (01), or sent on paper only. */
export const deliveriesReached = defineEvent<{ readonly deliveryIds: readonly string[] }>('deliveries.reached');

/** A recipient that had the document already says that it came farther: accepted, refused, assigned and so on. */
export const deliveryStateChanged = defineEvent<{ readonly deliveryId: string }>('delivery.state-changed');

/** The recipient refused the document (02). */
export const deliveryRefused = defineEvent<{
  readonly deliveryId: string;
  /** Who refused it, of the people on this system. */
  readonly personId?: string;
}>('delivery.refused');

/** The sender took these deliveries back, before or after their recipients registered them. */
export const deliveriesRecalled = defineEvent<{ readonly deliveryIds: readonly string[] }>('deliveries.recalled');

/** These deliveries need attention: no further try is made by itself. */
export const deliveriesFailed = defineEvent<{ readonly deliveryIds: readonly string[] }>('deliveries.failed');

/** Too many tries in a row did not reach a recipient: nothing is tried until the next probe. */
export const lineOpened = defineEvent<{ readonly agencyId: string; readonly channel: string }>('line.opened');

/** A recipient was reached again. */
export const lineClosed = defineEvent<{ readonly agencyId: string; readonly channel: string }>('line.closed');

/** The sender wants these deliveries back, which are in a register: somebody there has to agree. */
export const recallsAsked = defineEvent<{ readonly deliveryIds: readonly string[]; readonly actor: Actor }>(
  'recalls.asked',
);
