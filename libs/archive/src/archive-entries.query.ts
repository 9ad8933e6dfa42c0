import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed } from '#access';
import {
  type Actor,
  type ArchiveDirection,
  type ArchiveEntryView,
  type FindArchiveEntries,
  isPermitted,
  type Page,
} from '#contracts';
import { registerOf } from '#directory';
import { documentIsOpenTo, partAt } from '#documents';
import { arrivalIsOpenTo } from '#incoming';
import { DomainError, foldVietnamese } from '#kernel';
import { Database, decodeIdCursor, hasWords, toPage, wordPatterns } from '#platform';

interface EntryRow {
  readonly id: string;
  readonly direction: ArchiveDirection;
  readonly sourceId: string;
  readonly issuerName: string;
  readonly typeName: string;
  readonly symbol: string;
  readonly subject: string;
  readonly issuedOn: string;
  readonly arrivalNumber: number | null;
  readonly digest: string;
  readonly files: ArchiveEntryView['files'];
  readonly archivedAt: Date;
  readonly archivedBy: string;
  readonly isRecalled: boolean;
  readonly verifiedAt: Date | null;
}

const reader = { posts: '$6::uuid[]', readsNarrowed: '$7', isClerk: 'false' };

/**
 * An entry is read by whoever reads the document or the arrival that it keeps: there is one rule, and no way round it.
 * Scalar subqueries, because the planner would read the whole table for a hash of what EXISTS could find.
 */
const sourceIsOpen = `
  CASE direction
    WHEN 'outgoing'
    THEN (SELECT ${documentIsOpenTo('source', reader)} FROM documents AS source WHERE source.id = entry.source_id)
    ELSE (SELECT ${arrivalIsOpenTo('source', reader)} FROM arrivals AS source WHERE source.id = entry.source_id) END`;

const isRecalled = `
  CASE direction WHEN 'outgoing' THEN (SELECT state = 'recalled' FROM documents WHERE id = entry.source_id)
                 ELSE (SELECT state = 'recalled' FROM arrivals WHERE id = entry.source_id) END`;

/** What the reader’s own agency has archived, newest first. */
@Injectable()
export class ArchiveEntriesQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`, `not-found` for an archive that is not theirs, `request.invalid` for a cursor that is none of ours. */
  async page(actor: Actor, query: FindArchiveEntries): Promise<Page<ArchiveEntryView>> {
    if (!isPermitted(actor, 'archive:read')) {
      throw new DomainError('permission.denied');
    }
    const rows = await this.database.query<EntryRow>(
      `SELECT id, direction, source_id AS "sourceId", issuer_name AS "issuerName", type_name AS "typeName", symbol,
              subject, issued_on AS "issuedOn", arrival_number AS "arrivalNumber", digest,
              coalesce((SELECT json_agg(json_build_object('part', ${partAt('position')}, 'fileName', file_name, 'size', size)
                                        ORDER BY position)
                          FROM archived_files WHERE entry_id = entry.id), '[]') AS files,
              archived_at AS "archivedAt", archived_by AS "archivedBy", verified_at AS "verifiedAt",
              ${isRecalled} AS "isRecalled"
         FROM archive_entries AS entry
        WHERE agency_id = $1 AND ${hasWords('$2')}
          AND ($3::text IS NULL OR direction = $3) AND ($4::uuid IS NULL OR id < $4)
          AND (NOT restricted OR ${sourceIsOpen})
        ORDER BY id DESC LIMIT $5`,
      [
        registerOf(actor, query.agencyId),
        wordPatterns(foldVietnamese(query.search ?? '')),
        query.direction ?? null,
        decodeIdCursor(query.after) ?? null,
        query.limit + 1,
        heldPosts(actor),
        readsWhatIsNarrowed(actor),
      ],
    );
    return toPage(rows, query.limit, (row) => [row.id], present);
  }
}

function present(row: EntryRow): ArchiveEntryView {
  return {
    id: row.id,
    direction: row.direction,
    sourceId: row.sourceId,
    issuerName: row.issuerName,
    typeName: row.typeName,
    symbol: row.symbol,
    subject: row.subject,
    issuedOn: row.issuedOn,
    arrivalNumber: row.arrivalNumber,
    digest: row.digest,
    files: row.files,
    archivedAt: row.archivedAt.toISOString(),
    archivedBy: row.archivedBy,
    isRecalled: row.isRecalled,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
  };
}
