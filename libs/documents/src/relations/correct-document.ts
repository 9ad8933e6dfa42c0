import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, CorrectionKind, SigningForm } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { type Addressed, addressedInDraft } from '../recipients/addressed.js';
import { allowsMove } from '../document-lifecycle.js';
import { Documents } from '../documents.js';
import { DraftRelatedDocument } from './draft-related-document.js';

interface Issued {
  readonly typeCode: string;
  readonly typeName: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly issuerName: string;
  readonly draftingUnit: string;
  readonly signingForm: SigningForm | null;
  readonly addressed: Addressed;
}

const officialLetter = 'cong-van';

/**
 * What was issued is never changed: a mistake in its form is corrected by an official letter, one in its content is
 * amended or replaced by a document of the same kind (Decree 30/2020, Art. 18). It begins as a draft for the same
 * recipients.
 */
@Injectable()
export class CorrectDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly draftRelated: DraftRelatedDocument,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the draft. @throws DomainError `not-found`, `permission.denied`, `document.not-issued`, `document.unknown-signer`. */
  async execute(actor: Actor, documentId: string, kind: CorrectionKind): Promise<string> {
    return this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'correct');
      if (!allowsMove(document.state, 'correct')) {
        throw new DomainError('document.not-issued');
      }
      const { typeCode, signingForm, addressed, draftingUnit, ...named } = await this.issued(documentId);
      const id = await this.draftRelated.execute(actor, {
        kind,
        target: { target: { type: 'document', id: documentId }, ...named },
        typeCode: kind === 'corrects' ? officialLetter : typeCode,
        signer: { postId: document.signerPostId, form: signingForm },
        draftingUnit,
        ...addressed,
      });
      await this.audit.record(actor, {
        action: 'document.correction-drafted',
        objectType: 'document',
        objectId: documentId,
        after: { kind, documentId: id },
      });
      return id;
    });
  }

  private async issued(documentId: string): Promise<Issued> {
    const [row] = await this.database.query<Issued>(
      `SELECT type_code AS "typeCode", type_name AS "typeName", symbol, issued_on AS "issuedOn",
              issuer_name AS "issuerName", drafting_unit AS "draftingUnit", signing_form AS "signingForm",
              json_build_object(${addressedInDraft('$1')}) AS addressed
         FROM documents WHERE id = $1 AND symbol IS NOT NULL AND issued_on IS NOT NULL`,
      [documentId],
    );
    if (row === undefined) {
      throw new DomainError('document.not-issued');
    }
    return row;
  }
}
