import { Injectable } from '@nestjs/common';
import type { WriteAgency } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';

export interface AgencyRow extends WriteAgency {
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Reads an agency for a change, and keeps what it was. */
@Injectable()
export class AgencyRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The agency as it is, when it can be changed from this version.
   *
   * @throws DomainError `not-found`, `agency.closed`, `agency.stale`.
   */
  async readOpen(agencyId: string, version: number): Promise<AgencyRow> {
    const [row] = await this.database.query<AgencyRow>(
      `SELECT code, code102, name, abbreviation, level, parent_id AS "parentId", address, email, phone, version,
              valid_from AS "validFrom", valid_to AS "validTo"
         FROM agencies WHERE id = $1`,
      [agencyId],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    if (row.validTo !== null && row.validTo < dayOf(this.clock.now())) {
      throw new DomainError('agency.closed', { name: row.name });
    }
    if (row.version !== version) {
      throw new DomainError('agency.stale');
    }
    return row;
  }

  /**
   * Keeps what these agencies were until yesterday. On the first day of what they are there is nothing to keep: a
   * second change on one day mends the first.
   */
  async keepPast(agencyIds: readonly string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO agency_versions (agency_id, valid_from, valid_to, code, name, abbreviation, level, parent_id)
       SELECT agency.id, since.day, $2::date - 1, code, name, abbreviation, level, parent_id
         FROM agencies AS agency
        CROSS JOIN LATERAL (
          SELECT coalesce((SELECT max(valid_to) + 1 FROM agency_versions WHERE agency_id = agency.id),
                          agency.valid_from) AS day) AS since
        WHERE agency.id = ANY($1::uuid[]) AND since.day < $2`,
      [agencyIds, dayOf(this.clock.now())],
    );
  }
}

/** Whether the change belongs into the history of the agency: under which names it was known, and where it stood. */
export function changesHistory(before: WriteAgency, after: WriteAgency): boolean {
  const remembered = ['code', 'name', 'abbreviation', 'level', 'parentId'] as const;
  return remembered.some((fact) => before[fact] !== after[fact]);
}
