import { Injectable } from '@nestjs/common';
import { changeColumns, changeJoins, type ChangeViewRow, heldPosts, presentChange } from '#access';
import { type Actor, isPermitted, type Page, type PageQuery, type UnconfirmedAccessView } from '#contracts';
import { DomainError } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';
import { waitsForLeader } from './unconfirmed-access.js';

type Row = ChangeViewRow & Pick<UnconfirmedAccessView, 'objectType' | 'objectId' | 'typeName' | 'symbol' | 'subject'>;

/** The changes of rights that wait for a leader, of what this leader may read, the latest first, each with its document. */
@Injectable()
export class UnconfirmedAccessQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied` for who confirms nothing. */
  async page(actor: Actor, query: PageQuery): Promise<Page<UnconfirmedAccessView>> {
    if (!isPermitted(actor, 'access:confirm')) {
      throw new DomainError('permission.denied');
    }
    const rows = await this.database.query<Row>(
      `SELECT ${changeColumns}, change.object_type AS "objectType", change.object_id AS "objectId",
              coalesce(arrival.type_name, document.type_name, type.name) AS "typeName",
              coalesce(arrival.symbol, document.symbol) AS symbol, coalesce(arrival.subject, document.subject) AS subject
         FROM (SELECT * FROM access_changes AS waiting
                WHERE ${waitsForLeader('waiting', { agencies: '$1::uuid[]', posts: '$4::uuid[]' })}
                  AND ($2::uuid IS NULL OR id < $2)
                ORDER BY id DESC LIMIT $3) AS change ${changeJoins}
         LEFT JOIN documents AS document ON change.object_type = 'document' AND document.id = change.object_id
         LEFT JOIN document_types AS type ON type.code = document.type_code
         LEFT JOIN arrivals AS arrival ON change.object_type = 'arrival' AND arrival.id = change.object_id
        ORDER BY change.id DESC`,
      [
        [actor.agencyId, ...actor.predecessorIds],
        decodeIdCursor(query.after) ?? null,
        query.limit + 1,
        heldPosts(actor),
      ],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      ({ objectType, objectId, typeName, symbol, subject, ...row }) => ({
        ...presentChange(actor, row),
        objectType,
        objectId,
        typeName,
        symbol,
        subject,
      }),
    );
  }
}
