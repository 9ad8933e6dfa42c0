import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import type { ImportedFacts } from './import-plan.js';

export interface KnownAgency extends ImportedFacts {
  readonly id: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly isClosed: boolean;
}

/** The directory as an import compares a file with it. */
export interface DirectorySnapshot {
  readonly byCode: ReadonlyMap<string, KnownAgency>;
  /** Names of the open agencies with the codes of their messages. */
  readonly byCode102: ReadonlyMap<string, KnownAgency>;
  /** Codes that an agency had before, with its name. */
  readonly formerCodes: ReadonlyMap<string, string>;
}

const pageSize = 5_000;

/** Reads the whole directory once: a file may name any of it, and one question a row would be a hundred thousand. */
@Injectable()
export class DirectorySnapshots {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<DirectorySnapshot> {
    const byCode = new Map<string, KnownAgency>();
    const byCode102 = new Map<string, KnownAgency>();
    for (let page = await this.page(''); page.length > 0; page = await this.page(page.at(-1)?.code ?? '')) {
      for (const agency of page) {
        byCode.set(agency.code, agency);
        if (agency.code102 !== null && !agency.isClosed) {
          byCode102.set(agency.code102, agency);
        }
      }
    }
    return { byCode, byCode102, formerCodes: await this.formerCodes() };
  }

  private async page(after: string): Promise<KnownAgency[]> {
    return this.database.query<KnownAgency>(
      `SELECT agency.id, agency.code, agency.code102, agency.name, agency.abbreviation, agency.level,
              parent.code AS "parentCode", agency.address, agency.email, agency.phone, agency.version,
              agency.valid_from AS "validFrom", agency.valid_to AS "validTo",
              coalesce(agency.valid_to < $2, false) AS "isClosed"
         FROM agencies AS agency LEFT JOIN agencies AS parent ON parent.id = agency.parent_id
        WHERE agency.code > $1 ORDER BY agency.code LIMIT $3`,
      [after, dayOf(this.clock.now()), pageSize],
    );
  }

  private async formerCodes(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ code: string; name: string }>(
      `SELECT DISTINCT version.code, agency.name
         FROM agency_versions AS version JOIN agencies AS agency ON agency.id = version.agency_id
        WHERE version.code <> agency.code`,
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
