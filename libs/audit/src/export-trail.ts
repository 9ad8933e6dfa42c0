import { Injectable } from '@nestjs/common';
import type { Actor, ExportTrail as Wish, TrailEntryView, TrailFilter } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { Audit } from './audit.js';
import { conditionsOf } from './trail-filter.js';
import { chainFor } from './trail-policy.js';
import { TrailQuery } from './trail.query.js';

/** Rows of one file [own]: more than anybody reads, and a tenth of what Excel opens. */
export const longestExport = 100_000;
const pageSize = 1_000;

/** Gives out what a search in the trail finds as a table, newest first; the export is on record itself. */
@Injectable()
export class ExportTrail {
  constructor(
    private readonly database: Database,
    private readonly trail: TrailQuery,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found` for a chain that is not theirs, `trail.export-too-large`. */
  async execute(
    actor: Actor,
    { format, language: _language, ...filter }: Wish,
  ): Promise<AsyncGenerator<readonly TrailEntryView[]>> {
    const chain = chainFor(actor, filter.agencyId);
    await this.refuseTooLarge(filter, chain);
    await this.audit.record(actor, {
      action: 'trail.exported',
      objectType: 'trail',
      objectId: chain ?? 'all',
      data: { ...filter, format },
    });
    return this.pages(filter, chain);
  }

  private async refuseTooLarge(filter: TrailFilter, chain: string | null): Promise<void> {
    const { sql, values } = conditionsOf(filter, chain);
    const [found] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM audit_entries WHERE ${sql} LIMIT ${longestExport + 1}) AS entry`,
      values,
    );
    if ((found?.count ?? 0) > longestExport) {
      throw new DomainError('trail.export-too-large', { max: longestExport });
    }
  }

  private async *pages(filter: TrailFilter, chain: string | null): AsyncGenerator<readonly TrailEntryView[]> {
    let page: readonly TrailEntryView[] = [];
    do {
      const last = page.at(-1);
      page = await this.trail.rows(filter, chain, last === undefined ? undefined : [last.at, last.id], pageSize);
      yield page;
    } while (page.length === pageSize);
  }
}
