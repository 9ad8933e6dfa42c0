import { Injectable } from '@nestjs/common';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import type { SheetFacts } from './sheet-facts.js';

/** More names than a sheet shows one by one. */
const mostRecipients = 50;

/** What the sheet of a document is filled with; who asks has seen that the actor may read it. */
@Injectable()
export class SheetFactsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`. */
  async of(documentId: string): Promise<SheetFacts> {
    const today = dayOf(this.clock.now());
    const [facts] = await this.database.query<Omit<SheetFacts, 'today'>>(select, [documentId, today]);
    if (facts === undefined) {
      throw new DomainError('not-found');
    }
    return { ...facts, today };
  }
}

/** Names as they are today before the issue, and as they were recorded after it. */
const select = `
  WITH RECURSIVE above AS (
    SELECT agency.parent_id, coalesce(document.issuer_name, agency.name) AS name, 0 AS step
      FROM documents AS document JOIN agencies AS agency ON agency.id = document.agency_id WHERE document.id = $1
    UNION ALL
    SELECT parent.parent_id, parent.name, above.step + 1
      FROM above JOIN agencies AS parent ON parent.id = above.parent_id WHERE above.step < 20)
  SELECT (SELECT json_agg(name ORDER BY step) FROM above) AS agencies,
         agency.abbreviation AS "agencyAbbreviation", type.code AS "typeCode",
         coalesce(document.type_name, type.name) AS "typeName", type.abbreviation AS "typeAbbreviation",
         document.symbol, document.subject, document.urgency, document.issued_on AS "issuedOn",
         document.due_date AS "dueDate", document.drafting_unit AS "draftingUnit", drafter.full_name AS "drafterName",
         document.issued_amount AS "issuedAmount",
         coalesce((SELECT json_agg(name ORDER BY kind, position)
                     FROM (SELECT 0 AS kind, addressed.position, recipient.name
                             FROM document_recipients AS addressed
                             JOIN agencies AS recipient ON recipient.id = addressed.agency_id
                            WHERE addressed.document_id = document.id
                           UNION ALL
                           SELECT 1, addressed.position, coalesce(addressed.sent_name, named.name)
                             FROM document_recipient_groups AS addressed
                             JOIN recipient_groups AS named ON named.id = addressed.group_id
                            WHERE addressed.document_id = document.id
                           UNION ALL
                           SELECT 2, position, name FROM document_external_recipients WHERE document_id = document.id
                            ORDER BY 1, 2 LIMIT ${mostRecipients}) AS named), '[]') AS recipients,
         coalesce((SELECT json_agg(json_build_object('kind', kind, 'typeName', type_name, 'symbol', symbol,
                                     'issuedOn', issued_on, 'issuerName', issuer_name) ORDER BY issued_on, symbol)
                     FROM document_relations WHERE document_id = document.id), '[]') AS relations,
         json_build_object('form', document.signing_form, 'position', post.position,
           'onBehalfOf', absent.position, 'agencyName', coalesce(document.issuer_name, agency.name),
           'head', (SELECT leader.position FROM posts AS leader
                     WHERE leader.agency_id = agency.id AND leader.role = 'leader' AND leader.position !~* '^phó\\s'
                       AND leader.valid_from <= $2 AND (leader.valid_to IS NULL OR leader.valid_to >= $2)
                     ORDER BY leader.valid_from, leader.id LIMIT 1)) AS signature,
         coalesce(document.signer_name, signer.full_name) AS "signerName"
    FROM documents AS document
    JOIN agencies AS agency ON agency.id = document.agency_id
    JOIN document_types AS type ON type.code = document.type_code
    JOIN posts AS post ON post.id = document.signer_post_id
    JOIN people AS signer ON signer.id = post.person_id
    JOIN posts AS drafter_post ON drafter_post.id = document.drafter_post_id
    JOIN people AS drafter ON drafter.id = drafter_post.person_id
    LEFT JOIN posts AS absent ON absent.id = document.on_behalf_of_post_id
   WHERE document.id = $1`;
