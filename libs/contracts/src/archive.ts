import { z } from 'zod';
import { DocumentPart } from './documents.js';
import { Id, pageOf, PageQuery } from './page.js';
import { textField } from './text-field.js';
import { ArchiveDirection } from './vocabulary.js';

export const ArchivedFileView = z
  .object({ part: DocumentPart, fileName: z.string(), size: z.number().int().describe('Bytes') })
  .meta({ id: 'ArchivedFile' });
export type ArchivedFileView = z.infer<typeof ArchivedFileView>;

export const ArchiveEntryView = z
  .object({
    id: Id,
    direction: ArchiveDirection,
    sourceId: Id.describe('The document (outgoing) or the arrival (incoming)'),
    issuerName: z.string(),
    typeName: z.string(),
    symbol: z.string(),
    subject: z.string(),
    issuedOn: z.iso.date(),
    arrivalNumber: z.number().int().nullable(),
    digest: z.string().describe('SHA-256 over fields and files as they were issued'),
    files: z.array(ArchivedFileView).describe('The main text first, then its appendices'),
    archivedAt: z.iso.datetime(),
    archivedBy: z.string(),
    isRecalled: z.boolean().describe('Its sender took it back after it was archived; the entry stays'),
    verifiedAt: z.iso.datetime().nullable().describe('When the stored bytes were last read and found equal'),
  })
  .meta({ id: 'ArchiveEntry' });
export type ArchiveEntryView = z.infer<typeof ArchiveEntryView>;
export const ArchivePage = pageOf(ArchiveEntryView, 'ArchivePage');

export const FindArchiveEntries = PageQuery.extend({
  direction: ArchiveDirection.optional(),
  agencyId: Id.optional().describe('Whose archive: the own agency’s, or that of one whose place it took'),
  search: textField().trim().max(100).optional().describe('Symbol, subject or issuer; diacritics do not matter'),
});
export type FindArchiveEntries = z.infer<typeof FindArchiveEntries>;
