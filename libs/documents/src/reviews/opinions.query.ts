import { Injectable } from '@nestjs/common';
import type { Actor, OpinionView, Page, PageQuery } from '#contracts';
import { Database, toPage } from '#platform';
import { Documents } from '../documents.js';
import { numberBefore } from '../numbering/number-cursor.js';

type Row = Omit<OpinionView, 'at'> & { readonly at: Date; readonly number: number };

/** Everything that was said about a document, the latest first: rounds, the signer, comments. */
@Injectable()
export class OpinionsQuery {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  /** @throws DomainError `not-found` when the document is not the actor’s, `request.invalid`. */
  async page(actor: Actor, documentId: string, query: PageQuery): Promise<Page<OpinionView>> {
    await this.documents.read(actor, documentId);
    const rows = await this.database.query<Row>(
      `SELECT id, number, kind, text, given_at AS at, round_number AS "roundNumber", version_number AS "versionNumber",
              json_build_object('fullName', full_name, 'position', position) AS by,
              CASE WHEN absent_name IS NOT NULL
                   THEN json_build_object('fullName', absent_name, 'position', absent_position) END AS "onBehalfOf"
         FROM document_opinions
        WHERE document_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3`,
      [documentId, numberBefore(query.after), query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.number],
      ({ number: _number, at, ...row }) => ({ ...row, at: at.toISOString() }),
    );
  }
}
