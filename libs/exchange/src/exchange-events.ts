import { defineEvent } from '#platform';

/** These deliveries reached their recipients: arrived in the system (01), or sent on paper only. */
export const deliveriesReached = defineEvent<{ readonly deliveryIds: readonly string[] }>('deliveries.reached');

/** The recipient refused the document (02). */
export const deliveryRefused = defineEvent<{ readonly deliveryId: string }>('delivery.refused');
