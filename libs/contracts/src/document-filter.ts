import { z } from 'zod';
import { Id } from './page.js';
import { dayField, textField } from './text-field.js';
import { DocumentState, Urgency } from './vocabulary.js';

/** What may be the matter with the recipients of a document that was sent. */
export const deliveryFilters = ['refused', 'waiting', 'needs-attention'] as const;
export const DeliveryFilter = z.enum(deliveryFilters).meta({ id: 'DeliveryFilter' });
export type DeliveryFilter = z.infer<typeof DeliveryFilter>;

/**
 * How a document was issued, as the report on outgoing documents counts: all that were and were not cancelled, in time or
 * late after the approval, answers, and answers after the day that was asked for.
 */
export const documentOutcomes = ['issued', 'in-time', 'late', 'reply', 'reply-late'] as const;
export const DocumentOutcome = z.enum(documentOutcomes).meta({ id: 'DocumentOutcome' });
export type DocumentOutcome = z.infer<typeof DocumentOutcome>;

/** What narrows the outgoing list, each by itself or together; a saved view keeps it under a name. */
export const documentFilter = {
  search: textField().trim().max(100).optional().describe('In symbol, subject and note, without diacritics'),
  state: DocumentState.optional(),
  typeCode: textField().min(1).max(40).optional(),
  urgency: Urgency.optional(),
  drafterPostId: Id.optional(),
  signerPostId: Id.optional(),
  unitId: z
    .union([Id, z.literal('no-unit')])
    .optional()
    .describe('The unit in which the drafter’s post is; `no-unit`: people without one'),
  recipientId: Id.optional().describe('An agency among the recipients, also as member of a group'),
  from: dayField().optional().describe('Issued on this day or later'),
  to: dayField().optional().describe('Issued on this day or before'),
  delivery: DeliveryFilter.optional().describe('With at least one recipient in this state'),
  outcome: DocumentOutcome.optional(),
  late: z.enum(['yes']).optional().describe('A day that stands on it has passed, and it still waits'),
};
export type DocumentFilter = z.infer<z.ZodObject<typeof documentFilter>>;

const person = z.object({ postId: Id, fullName: z.string(), position: z.string() });

/** Whom and which units the list can be narrowed to; also those who have left, whose documents stay. */
export const DocumentFilterChoices = z
  .object({
    drafters: z.array(person),
    signers: z.array(person),
    units: z.array(z.object({ id: Id, name: z.string() })),
  })
  .meta({ id: 'DocumentFilterChoices' });
export type DocumentFilterChoices = z.infer<typeof DocumentFilterChoices>;
