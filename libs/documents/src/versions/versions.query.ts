import { Injectable } from '@nestjs/common';
import { type Actor, type Page, type PageQuery, type VersionSummary, type VersionView } from '#contracts';
import { DomainError } from '#kernel';
import { Database, toPage } from '#platform';
import { Documents } from '../documents.js';
import { numberBefore } from '../numbering/number-cursor.js';

type SummaryRow = Omit<VersionSummary, 'keptAt'> & { readonly keptAt: Date };
type Row = Omit<VersionView, 'keptAt'> & { readonly keptAt: Date };

const summary = `number, reason, kept_at AS "keptAt",
  json_build_object('fullName', kept_by_name, 'position', kept_by_position) AS "keptBy"`;

/** The versions of a document, for whoever reads it. */
@Injectable()
export class VersionsQuery {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  /** The latest first. @throws DomainError `not-found`, `request.invalid`. */
  async page(actor: Actor, documentId: string, query: PageQuery): Promise<Page<VersionSummary>> {
    await this.documents.read(actor, documentId);
    const rows = await this.database.query<SummaryRow>(
      `SELECT ${summary} FROM document_versions WHERE document_id = $1 AND number < $2
        ORDER BY number DESC LIMIT $3`,
      [documentId, numberBefore(query.after), query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.number],
      (row) => ({ ...row, keptAt: row.keptAt.toISOString() }),
    );
  }

  /** @throws DomainError `not-found`. */
  async view(actor: Actor, documentId: string, number: number): Promise<VersionView> {
    await this.documents.read(actor, documentId);
    const [row] = await this.database.query<Row>(
      `SELECT ${summary}, '{"externals": [], "people": []}' || fields AS fields, files FROM document_versions WHERE document_id = $1 AND number = $2`,
      [documentId, number],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return { ...row, keptAt: row.keptAt.toISOString() };
  }
}
