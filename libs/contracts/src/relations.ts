import { z } from 'zod';
import { Id } from './page.js';
import { correctionKinds, DocumentState, RelationKind } from './vocabulary.js';

/** What a document answers or corrects, as it was issued. */
export const RelationView = z
  .object({
    kind: RelationKind,
    target: z.object({ type: z.enum(['arrival', 'document']), id: Id }),
    typeName: z.string(),
    symbol: z.string(),
    issuedOn: z.iso.date(),
    issuerName: z.string(),
  })
  .meta({ id: 'DocumentRelation' });
export type RelationView = z.infer<typeof RelationView>;

/** A document that answers or corrects the one that is shown. */
export const RelatingDocument = z
  .object({
    id: Id,
    kind: RelationKind,
    state: DocumentState,
    typeName: z.string(),
    symbol: z.string().nullable(),
    issuedOn: z.iso.date().nullable(),
    subject: z.string(),
  })
  .meta({ id: 'RelatingDocument' });
export type RelatingDocument = z.infer<typeof RelatingDocument>;

export const CorrectDocument = z.object({ kind: z.enum(correctionKinds) }).meta({ id: 'CorrectDocument' });
export type CorrectDocument = z.infer<typeof CorrectDocument>;
