import { Injectable } from '@nestjs/common';
import type { Actor, AgencyDetails, AgencyRef, AgencySuccessionView, AgencyVersionView } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { isOpenOn } from './agencies.query.js';
import { actionsOnAgency, mayReadAgencies } from './agency-policy.js';

type Facts = Omit<AgencyDetails, 'path' | 'versions' | 'predecessors' | 'successors' | 'actions'>;

/** A tree deeper than any; it ends the way up should two changes ever have made a ring. */
const highestTree = 50;

/** All that is known of one agency: what it is, was, stands under, came from and became. */
@Injectable()
export class AgencyQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async view(actor: Actor, agencyId: string): Promise<AgencyDetails> {
    if (!mayReadAgencies(actor)) {
      throw new DomainError('permission.denied');
    }
    const { isOpen, ...facts } = await this.facts(agencyId);
    return {
      ...facts,
      path: await this.path(agencyId),
      versions: await this.versions(agencyId),
      predecessors: await this.successions('predecessor', agencyId),
      successors: await this.successions('successor', agencyId),
      actions: actionsOnAgency(actor, { id: agencyId, isOpen }),
    };
  }

  private async facts(agencyId: string): Promise<Facts & { isOpen: boolean }> {
    const [row] = await this.database.query<Facts & { isOpen: boolean }>(
      `SELECT id, code, code102, name, abbreviation, level, parent_id AS "parentId", valid_from AS "validFrom",
              valid_to AS "validTo", address, email, phone, version,
              valid_to IS NULL OR valid_to >= $2 AS "isOpen",
              (SELECT count(*) FROM agencies AS child
                WHERE child.parent_id = agencies.id AND ${isOpenOn('$2', 'child.')}) AS "childCount"
         FROM agencies WHERE id = $1`,
      [agencyId, dayOf(this.clock.now())],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row;
  }

  private async path(agencyId: string): Promise<AgencyRef[]> {
    return this.database.query<AgencyRef>(
      `WITH RECURSIVE above AS (
         SELECT parent_id AS id, 1 AS step FROM agencies WHERE id = $1
         UNION ALL
         SELECT agency.parent_id, above.step + 1 FROM above JOIN agencies AS agency ON agency.id = above.id
          WHERE above.step < $2)
       SELECT agency.id, agency.code, agency.name, agency.abbreviation
         FROM above JOIN agencies AS agency ON agency.id = above.id ORDER BY above.step DESC`,
      [agencyId, highestTree],
    );
  }

  private async versions(agencyId: string): Promise<AgencyVersionView[]> {
    return this.database.query<AgencyVersionView>(
      `SELECT version.valid_from AS "validFrom", version.valid_to AS "validTo", version.code, version.name,
              version.abbreviation, version.level, ${refOf('parent')} AS parent
         FROM agency_versions AS version LEFT JOIN agencies AS parent ON parent.id = version.parent_id
        WHERE version.agency_id = $1 ORDER BY version.valid_to DESC`,
      [agencyId],
    );
  }

  private async successions(who: 'predecessor' | 'successor', agencyId: string): Promise<AgencySuccessionView[]> {
    const self = who === 'predecessor' ? 'successor' : 'predecessor';
    return this.database.query<AgencySuccessionView>(
      `SELECT ${refOf('agency')} AS agency, succession.effective_on AS "effectiveOn", succession.is_lead AS "isLead"
         FROM agency_successions AS succession JOIN agencies AS agency ON agency.id = succession.${who}_id
        WHERE succession.${self}_id = $1 ORDER BY succession.is_lead DESC, agency.code`,
      [agencyId],
    );
  }
}

function refOf(agency: string): string {
  return `CASE WHEN ${agency}.id IS NOT NULL THEN jsonb_build_object('id', ${agency}.id, 'code', ${agency}.code,
    'name', ${agency}.name, 'abbreviation', ${agency}.abbreviation) END`;
}
