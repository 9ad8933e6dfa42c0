import { Injectable } from '@nestjs/common';
import type { Actor, WriteAgency } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { isOpenOn } from './agencies.query.js';
import { AgencyStructure } from './agency-structure.js';

/** Any number that no other advisory lock of ours uses. */
const editsLock = 7_301_010;

/** What one edit of the directory may not do, whoever edits beside it. */
@Injectable()
export class DirectoryEdits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
  ) {}

  /**
   * Edits of the directory come one after the other, so that what was checked still holds when it is written: two that
   * each put one agency under the other would make a ring. No reorganisation takes effect meanwhile.
   */
  async begin(actor: Actor): Promise<void> {
    await this.structure.hold(actor);
    await this.database.query('SELECT pg_advisory_xact_lock($1)', [editsLock]);
  }

  /**
   * A code once given stays with its agency, so that an old message never finds another one [own].
   *
   * @throws DomainError `agency.code-taken`.
   */
  async checkCodes({ code, code102 }: Pick<WriteAgency, 'code' | 'code102'>, agencyId: string | null): Promise<void> {
    const [taken] = await this.database.query<{ code: string; name: string }>(
      `SELECT code, name FROM (
         SELECT code, name, id FROM agencies WHERE code = $1
         UNION ALL
         SELECT version.code, agency.name, agency.id
           FROM agency_versions AS version JOIN agencies AS agency ON agency.id = version.agency_id
          WHERE version.code = $1
         UNION ALL
         SELECT code102, name, id FROM agencies WHERE code102 = $2 AND (valid_to IS NULL OR valid_to >= $4)) AS holder
        WHERE $3::uuid IS NULL OR id <> $3 LIMIT 1`,
      [code, code102, agencyId, dayOf(this.clock.now())],
    );
    if (taken !== undefined) {
      throw new DomainError('agency.code-taken', taken);
    }
  }

  /** @throws DomainError `agency.unknown-parent`, `agency.cycle`. */
  async checkParent(parentId: string | null, agencyId: string | null): Promise<void> {
    if (parentId === null) {
      return;
    }
    const [parent] = await this.database.query<{ name: string; isBelow: boolean; isOpen: boolean }>(
      `WITH RECURSIVE above AS (
         SELECT id, parent_id FROM agencies WHERE id = $1
         UNION
         SELECT agency.id, agency.parent_id FROM above JOIN agencies AS agency ON agency.id = above.parent_id)
       SELECT name, ${isOpenOn('$3')} AS "isOpen", EXISTS (SELECT 1 FROM above WHERE above.id = $2) AS "isBelow"
         FROM agencies WHERE id = $1`,
      [parentId, agencyId, dayOf(this.clock.now())],
    );
    if (parent?.isOpen !== true) {
      throw new DomainError('agency.unknown-parent', { parent: parent?.name ?? parentId });
    }
    if (parent.isBelow) {
      throw new DomainError('agency.cycle', { parent: parent.name });
    }
  }
}
