import { Injectable } from '@nestjs/common';
import type { AgencyLevel } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';

export interface NewAgency {
  readonly code: string;
  readonly code102: string | null;
  readonly name: string;
  readonly abbreviation: string;
  readonly level: AgencyLevel;
  /** The code of the agency above; it stands before this one in the list, or in the directory already. */
  readonly parentCode: string | null;
}

/** Puts agencies into the directory; those whose code is there already stay as they are. */
@Injectable()
export class AddAgencies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `agency.unknown-parent`. */
  async execute(agencies: readonly NewAgency[], validFrom = dayOf(this.clock.now())): Promise<void> {
    await this.database.transaction(async () => {
      for (const agency of agencies) {
        await this.database.query(
          `INSERT INTO agencies (id, code, code102, name, abbreviation, level, parent_id, valid_from)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (code) DO NOTHING`,
          [
            newId(),
            agency.code.trim().toUpperCase(),
            agency.code102?.trim().toUpperCase() ?? null,
            agency.name,
            agency.abbreviation,
            agency.level,
            await this.parentId(agency),
            validFrom,
          ],
        );
      }
    });
  }

  private async parentId({ parentCode }: NewAgency): Promise<string | null> {
    if (parentCode === null) {
      return null;
    }
    const [parent] = await this.database.query<{ id: string }>('SELECT id FROM agencies WHERE code = $1', [
      parentCode.trim().toUpperCase(),
    ]);
    if (parent === undefined) {
      throw new DomainError('agency.unknown-parent', { parent: parentCode });
    }
    return parent.id;
  }
}
