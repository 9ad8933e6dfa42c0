import { Injectable } from '@nestjs/common';
import type { Actor, AgencyRef, Page, PageQuery } from '#contracts';
import { Database, decodeCursor, toPage } from '#platform';
import { Documents } from '../documents.js';

/** Whom a group of a sent document stood for when it was sent, in the order of codes. */
@Injectable()
export class RecordedMembersQuery {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  /** @throws DomainError `not-found` when the document is not the actor’s, `request.invalid`. */
  async page(actor: Actor, documentId: string, groupId: string, query: PageQuery): Promise<Page<AgencyRef>> {
    await this.documents.read(actor, documentId);
    const rows = await this.database.query<AgencyRef>(
      `SELECT agency.id, member.code, member.name, agency.abbreviation
         FROM document_group_members AS member JOIN agencies AS agency ON agency.id = member.agency_id
        WHERE member.document_id = $1 AND member.group_id = $2 AND ($3::text IS NULL OR member.code > $3)
        ORDER BY member.code LIMIT $4`,
      [documentId, groupId, decodeCursor(query.after, 1)?.[0] ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.code],
      (row) => row,
    );
  }
}
