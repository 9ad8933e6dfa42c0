import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id, pageOf, PageQuery } from './page.js';
import { ExchangeMode, ShareIndicator } from './vocabulary.js';

/** The version of the definition in docs/electronic-share.md; printed beside every figure. */
export const shareDefinitionVersion = 2;

const counts = {
  electronic: z.number().int(),
  electronicWithPaper: z.number().int(),
  paper: z.number().int(),
  total: z.number().int(),
  share: z.number().nullable().describe('(electronic + electronic with paper) / total, 0 to 1; null when total is 0'),
  paperlessShare: z.number().nullable().describe('electronic / total, 0 to 1; null when total is 0'),
};

export const ShareTarget = z
  .object({ value: z.number().describe('0 to 1'), year: z.number().int(), legalBasis: z.string() })
  .meta({ id: 'ShareTarget' });

export const ShareFigure = z
  .object({
    indicator: ShareIndicator,
    ...counts,
    target: ShareTarget.nullable().describe('Of the year, else the latest before it'),
    months: z.array(z.object({ month: z.number().int().min(1).max(12), ...counts })),
  })
  .meta({ id: 'ShareFigure' });
export type ShareFigure = z.infer<typeof ShareFigure>;

const year = z.coerce.number().int().min(2000).max(2100);

/** Under which structure of the agencies to count: as they were, or for those who stand in their place today. */
export const shareStructures = ['issued', 'current'] as const;
export const ShareStructure = z.enum(shareStructures).meta({ id: 'ShareStructure' });
export type ShareStructure = z.infer<typeof ShareStructure>;

const structure = ShareStructure.optional().describe(
  'issued (without it): as agencies were; current: what a closed agency sent counts for the one in its place',
);
const sender = Id.optional().describe('What this agency sent alone, as far as the reader may see it');

export const FindShare = z.object({
  year: year.optional().describe('Without it, the present year in Vietnam'),
  structure,
  agencyId: sender,
});
export type FindShare = z.infer<typeof FindShare>;

export const ShareView = z
  .object({
    year: z.number().int(),
    agency: AgencyRef.nullable().describe('Whose sent documents are counted; null: everyone on the system'),
    definitionVersion: z.number().int(),
    asOf: z.iso.datetime(),
    indicators: z.array(ShareFigure),
  })
  .meta({ id: 'Share' });
export type ShareView = z.infer<typeof ShareView>;

export const FindExchanges = PageQuery.extend({
  year: year.optional(),
  indicator: ShareIndicator,
  month: z.coerce.number().int().min(1).max(12).optional(),
  mode: ExchangeMode.optional(),
  structure,
  agencyId: sender,
});
export type FindExchanges = z.infer<typeof FindExchanges>;

export const ExchangeView = z
  .object({
    id: Id.describe('Of the document, or of the arrival on paper that its sender did not record'),
    documentId: Id.nullable().describe('Null when the sender’s register does not know it'),
    sender: AgencyRef,
    recipient: AgencyRef,
    typeName: z.string(),
    symbol: z.string().nullable().describe('Null when reading the document was narrowed away from the reader'),
    subject: z.string().nullable().describe('Null when reading the document was narrowed away from the reader'),
    issuedOn: z.iso.date(),
    mode: ExchangeMode,
  })
  .meta({ id: 'Exchange' });
export type ExchangeView = z.infer<typeof ExchangeView>;
export const ExchangePage = pageOf(ExchangeView, 'ExchangePage');

export const FindShareAgencies = PageQuery.extend({
  year: year.optional(),
  indicator: ShareIndicator,
  month: z.coerce.number().int().min(1).max(12).optional(),
  structure,
});
export type FindShareAgencies = z.infer<typeof FindShareAgencies>;

export const AgencyShareView = z
  .object({
    agency: AgencyRef,
    closed: z.boolean().describe('Whether the agency has ended; its documents stay counted under it'),
    ...counts,
  })
  .meta({ id: 'AgencyShare' });
export type AgencyShareView = z.infer<typeof AgencyShareView>;
export const AgencySharePage = pageOf(AgencyShareView, 'AgencySharePage');
