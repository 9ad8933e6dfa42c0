import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { DeliveryState, LateKind, Urgency } from './vocabulary.js';

/** A recipient that a sender waits for too long. */
export const LateDelivery = z
  .object({
    id: Id,
    documentId: Id,
    symbol: z.string(),
    typeName: z.string(),
    subject: z.string(),
    urgency: Urgency,
    recipient: z.object({ id: Id.nullable(), name: z.string() }),
    state: DeliveryState,
    kind: LateKind,
    dueAt: z.iso.datetime().describe('When it should have been'),
  })
  .meta({ id: 'LateDelivery' });
export type LateDelivery = z.infer<typeof LateDelivery>;
export const LateDeliveryPage = pageOf(LateDelivery, 'LateDeliveryPage');

export const FindLateDeliveries = PageQuery.extend({
  kind: LateKind.optional(),
  recipientId: Id.optional().describe('Only this recipient'),
});
export type FindLateDeliveries = z.infer<typeof FindLateDeliveries>;

const counts = {
  notArrived: z.number().int(),
  notAnswered: z.number().int(),
  notCompleted: z.number().int(),
};

/** Who is late, and with how much. */
export const LateCounts = z
  .object({
    ...counts,
    recipients: z
      .array(z.object({ id: Id, name: z.string(), ...counts }))
      .describe('Those with the most first, at most thirty'),
  })
  .meta({ id: 'LateCounts' });
export type LateCounts = z.infer<typeof LateCounts>;
