import { z } from 'zod';
import { DocumentFile } from './documents.js';
import { Id } from './page.js';
import { textField } from './text-field.js';
import { ArrivalState, RequestKind, RequestState } from './vocabulary.js';

/** The sender takes a document back, from all its recipients or from some. */
export const RecallDocument = z
  .object({
    deliveryIds: z
      .array(Id)
      .min(1)
      .max(5_000)
      .nullable()
      .default(null)
      .describe('From whom; null: from everybody who got it electronically'),
    reason: textField().trim().min(1).max(500),
  })
  .meta({ id: 'RecallDocument' });
export type RecallDocument = z.infer<typeof RecallDocument>;

export const RecallResult = z
  .object({
    withdrawn: z.number().int().describe('From how many it was taken back at once'),
    asked: z.number().int().describe('How many have to agree'),
    onPaper: z.number().int().describe('How many hold paper, which no system takes back'),
  })
  .meta({ id: 'RecallResult' });
export type RecallResult = z.infer<typeof RecallResult>;

const request = {
  id: Id,
  kind: RequestKind,
  state: RequestState,
  reason: z.string().describe('Of a recall; what updates or replaces says it by itself'),
  digest: z.string().describe('Of the content that it is about'),
  askedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  note: z.string().nullable().describe('Of whoever decided'),
};

/** A request about an incoming document, or by it. */
export const ArrivalRequest = z
  .object({
    ...request,
    isBy: z.boolean().describe('This document updates or replaces the other; else the request is about this one'),
    other: z
      .object({
        arrivalId: Id,
        typeName: z.string(),
        symbol: z.string(),
        issuedOn: z.iso.date(),
        subject: z.string(),
        arrivalNumber: z.number().int().nullable(),
        state: ArrivalState,
      })
      .nullable()
      .describe('What updates or replaces, or is updated or replaced; none for a recall'),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'ArrivalRequest' });
export type ArrivalRequest = z.infer<typeof ArrivalRequest>;

/** The recipient’s clerk agrees (15) or refuses (16). */
export const DecideRequest = z
  .object({
    agrees: z.boolean(),
    note: textField().trim().max(500).default('').describe('Required for a refusal'),
  })
  .meta({ id: 'DecideRequest' });
export type DecideRequest = z.infer<typeof DecideRequest>;

export const comparedFields = ['typeName', 'symbol', 'issuedOn', 'subject', 'urgency', 'dueDate', 'signer'] as const;
export const ComparedField = z.enum(comparedFields).meta({ id: 'ComparedField' });
export type ComparedField = z.infer<typeof ComparedField>;

export const fileChanges = ['same', 'changed', 'added', 'removed'] as const;

/** What an update or a replacement changes of the document that arrived before. */
export const ArrivalComparison = z
  .object({
    fields: z
      .array(z.object({ field: ComparedField, before: z.string().nullable(), after: z.string().nullable() }))
      .describe('Only those that differ'),
    files: z.array(
      z.object({
        change: z.enum(fileChanges).describe('By digest: the same bytes are the same file under whatever name'),
        before: DocumentFile.nullable(),
        after: DocumentFile.nullable(),
      }),
    ),
  })
  .meta({ id: 'ArrivalComparison' });
export type ArrivalComparison = z.infer<typeof ArrivalComparison>;
