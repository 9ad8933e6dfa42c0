import { Injectable } from '@nestjs/common';
import { type Actor, type DocumentSummary, type FindDocuments, isPermitted, type Page } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';
import { outgoingConditions } from './outgoing-conditions.js';
import type { WantedFilter } from './outgoing-filter.js';
import { selectOutgoing } from './outgoing-row-sql.js';
import { selectIsCommon } from './register-conditions.js';

type Row = Omit<DocumentSummary, 'updatedAt' | 'workDueAt'> & {
  readonly updatedAt: Date;
  readonly workDueAt: Date | null;
};

type KnownBefore = Pick<WantedFilter, 'isCommonRecipient' | 'unitPostIds'>;

/** The agency’s outgoing documents, newest first, each with how far it is with its recipients. */
@Injectable()
export class OutgoingDocumentsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied` for roles that read no documents, `not-found` for a register that is not theirs. */
  async page(actor: Actor, query: FindDocuments): Promise<Page<DocumentSummary>> {
    if (!isPermitted(actor, 'document:read')) {
      throw new DomainError('permission.denied');
    }
    const after = decodeIdCursor(query.after);
    const wanted = { ...query, ...(await this.knownBefore(query)), now: this.clock.now() };
    const { sql, values, ownPost } = outgoingConditions(actor, wanted);
    const limit = `$${values.push(query.limit + 1)}`;
    const conditions = after === undefined ? sql : `${sql} AND id < $${values.push(after)}::uuid`;
    const rows = await this.database.query<Row>(selectOutgoing({ conditions, limit, ownPost }), values);
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({ ...row, updatedAt: row.updatedAt.toISOString(), workDueAt: row.workDueAt?.toISOString() ?? null }),
    );
  }

  private async knownBefore({ recipientId, unitId }: FindDocuments): Promise<KnownBefore> {
    const [recipient] =
      recipientId === undefined ? [] : await this.database.query<{ isCommon: boolean }>(selectIsCommon, [recipientId]);
    const posts =
      unitId === undefined || unitId === 'no-unit'
        ? undefined
        : await this.database.query<{ id: string }>('SELECT id FROM posts WHERE unit_id = $1', [unitId]);
    return { isCommonRecipient: recipient?.isCommon === true, unitPostIds: posts?.map(({ id }) => id) };
  }
}
