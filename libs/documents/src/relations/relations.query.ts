import { Injectable } from '@nestjs/common';
import type { Actor, RelatingDocument, RelationView } from '#contracts';
import { Database } from '#platform';
import { type GuardedDocument, mayReadDocument } from '../document-policy.js';
import { guardedColumns } from '../guarded-columns.js';

/** More than anybody writes about one document. */
const most = 200;

/** Which documents answer or correct a thing. */
@Injectable()
export class RelationsQuery {
  constructor(private readonly database: Database) {}

  /** Only those that the actor may read: a draft is its drafter’s. Oldest first. */
  async relatingTo(actor: Actor, type: RelationView['target']['type'], id: string): Promise<RelatingDocument[]> {
    const rows = await this.database.query<RelatingDocument & GuardedDocument>(
      `SELECT document.id, relation.kind, coalesce(document.type_name, type.name) AS "typeName",
              document.symbol, document.issued_on AS "issuedOn", document.subject,
              ${guardedColumns('document')}
         FROM document_relations AS relation
         JOIN documents AS document ON document.id = relation.document_id
         JOIN document_types AS type ON type.code = document.type_code
        WHERE relation.target_type = $1 AND relation.target_id = $2
        ORDER BY document.id LIMIT ${most}`,
      [type, id],
    );
    return rows
      .filter((row) => mayReadDocument(actor, row))
      .map(({ id: documentId, kind, state, typeName, symbol, issuedOn, subject }) => ({
        id: documentId,
        kind,
        state,
        typeName,
        symbol,
        issuedOn,
        subject,
      }));
  }
}
