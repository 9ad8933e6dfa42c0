import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, usualLanguage } from '#contracts';
import { Clock, dayOf, DomainError, foldVietnamese, yearOf } from '#kernel';
import { Database } from '#platform';
import { contentDigest, type IssuedContent } from './content-digest.js';
import { checkIssuedLengths } from './issued-lengths.js';
import { documentSymbol } from './numbering/document-symbol.js';
import { Documents } from './documents.js';
import { EnterDocument } from './enter-document.js';
import { OutgoingNumbers } from './numbering/outgoing-numbers.js';
import { type Signature, signatureLine } from './signature-line.js';

type SetFields = Pick<IssuedContent, 'language' | 'issuedAmount' | 'fileOrdinal' | 'fileCode' | 'relations'>;

type Issuable = Omit<IssuedContent, 'symbol' | 'issuedOn' | 'signer' | keyof SetFields> & {
  readonly setFields: SetFields;
  readonly signerName: string;
  readonly signature: Signature;
  readonly draftingUnit: string;
  readonly typeAbbreviation: string | null;
  readonly agencyAbbreviation: string;
};

/**
 * The clerk issues an approved document: number and symbol, the entry in the outgoing register and the digest of the
 * content come into being together (Decree 30/2020, Art. 15).
 */
@Injectable()
export class IssueDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly numbers: OutgoingNumbers,
    private readonly enterDocument: EnterDocument,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the symbol: with the next number, or with the one of this line of the register, which was reserved.
   *
   * @throws DomainError `document.already-issued`, `document.wrong-state`, `register.*` of the number.
   */
  async execute(actor: Actor, documentId: string, reservedEntryId?: string): Promise<string> {
    return this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'issue');
      if (document.symbol !== null) {
        throw new DomainError('document.already-issued', { symbol: document.symbol });
      }
      const change = await this.documents.move(document, 'issue');
      const abbreviation = await this.abbreviationOf(documentId);
      const held =
        reservedEntryId === undefined
          ? await this.numbers.next(document.agencyId, abbreviation)
          : await this.numbers.reserved(document.agencyId, reservedEntryId, abbreviation);
      const { number, year } = held;
      // Read once the number is held: who waited for it over midnight must not have an earlier day than the one before.
      const now = this.clock.now();
      const { draftingUnit, typeAbbreviation, agencyAbbreviation, signerName, signature, setFields, ...fields } =
        await this.content(documentId);
      const symbol = documentSymbol({ number, typeAbbreviation, agencyAbbreviation, draftingUnit });
      const signer = {
        fullName: signerName,
        position: signatureLine(signature),
        ...(signature.form === null ? {} : { signingForm: signature.form }),
      };
      const content = {
        ...fields,
        ...setFields,
        signer,
        symbol,
        issuedOn: yearOf(now) === year ? dayOf(now) : `${year}-12-31`,
      };
      checkIssuedLengths({ ...content, signerName, signerPosition: signer.position });
      const digest = contentDigest(content);
      await this.database.query(
        `UPDATE documents SET symbol = $2, issued_on = $3, digest = $4, issuer_code = $5, issuer_name = $6,
                type_name = $7, signer_name = $8, signer_position = $9, search_text = $10 || ' ' || search_text
          WHERE id = $1`,
        [
          documentId,
          symbol,
          content.issuedOn,
          digest,
          content.issuerCode,
          content.issuerName,
          content.typeName,
          content.signer.fullName,
          content.signer.position,
          foldVietnamese(symbol),
        ],
      );
      await this.enterDocument.execute(actor, held, {
        documentId,
        agencyId: document.agencyId,
        symbol,
        day: content.issuedOn,
        signerName,
      });
      await this.audit.record(actor, {
        action: 'document.issued',
        objectType: 'document',
        objectId: documentId,
        note: symbol,
        before: change.before,
        after: { ...change.after, symbol, issuedOn: content.issuedOn, digest },
      });
      return symbol;
    });
  }

  private async abbreviationOf(documentId: string): Promise<string | null> {
    const [type] = await this.database.query<{ abbreviation: string | null }>(
      `SELECT abbreviation FROM document_types
        WHERE code = (SELECT type_code FROM documents WHERE id = $1) FOR SHARE`,
      [documentId],
    );
    return type?.abbreviation ?? null;
  }

  private async content(documentId: string): Promise<Issuable> {
    const [row] = await this.database.query<Issuable>(
      `SELECT agency.code AS "issuerCode", agency.name AS "issuerName", agency.abbreviation AS "agencyAbbreviation",
              type.name AS "typeName", type.abbreviation AS "typeAbbreviation", document.subject, document.urgency,
              document.due_date AS "dueDate", document.page_amount AS "pageAmount", document.description,
              document.drafting_unit AS "draftingUnit",
              json_strip_nulls(json_build_object(
                'language', nullif(document.language, '${usualLanguage}'), 'issuedAmount', document.issued_amount,
                'fileOrdinal', document.file_ordinal,
                'fileCode', CASE WHEN document.file_year IS NOT NULL
                                 THEN json_build_object('year', document.file_year, 'notation', document.file_notation) END,
                'relations', (SELECT json_agg(json_build_object('kind', kind, 'typeName', type_name, 'symbol', symbol,
                                                'issuedOn', issued_on, 'issuerName', issuer_name) ORDER BY issued_on, symbol)
                                FROM document_relations WHERE document_id = document.id))) AS "setFields",
              person.full_name AS "signerName",
              json_build_object('form', document.signing_form, 'position', signer.position,
                'onBehalfOf', absent.position, 'agencyName', agency.name,
                'head', (SELECT post.position FROM posts AS post
                          WHERE post.agency_id = agency.id AND post.role = 'leader' AND post.position !~* '^phó\\s'
                            AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)
                          ORDER BY post.valid_from, post.id LIMIT 1)) AS signature,
              (SELECT json_agg(json_build_object('fileName', file_name, 'size', size, 'digest', digest)
                               ORDER BY position)
                 FROM attachments WHERE document_id = document.id) AS attachments
         FROM documents AS document
         JOIN agencies AS agency ON agency.id = document.agency_id
         JOIN document_types AS type ON type.code = document.type_code
         JOIN posts AS signer ON signer.id = document.signer_post_id
         JOIN people AS person ON person.id = signer.person_id
         LEFT JOIN posts AS absent ON absent.id = document.on_behalf_of_post_id
        WHERE document.id = $1`,
      [documentId, dayOf(this.clock.now())],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row;
  }
}
