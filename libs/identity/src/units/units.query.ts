import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted, type UnitList, type UnitView } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { mayReachAgency } from '../people/person-policy.js';

/** The units of an agency that are there today, each with its parent, by name. */
@Injectable()
export class UnitsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async of(actor: Actor, agencyId: string): Promise<UnitList> {
    if (!isPermitted(actor, 'person:read')) {
      throw new DomainError('permission.denied');
    }
    const agencies = await this.database.query('SELECT 1 FROM agencies WHERE id = $1', [agencyId]);
    if (agencies.length === 0 || !mayReachAgency(actor, agencyId, 'person:read')) {
      throw new DomainError('not-found');
    }
    const items = await this.database.query<UnitView>(
      `SELECT unit.id, unit.name, unit.abbreviation, unit.parent_id AS "parentId",
              (SELECT count(*) FROM posts WHERE unit_id = unit.id AND (valid_to IS NULL OR valid_to >= $2))
                AS "postCount"
         FROM units AS unit WHERE unit.agency_id = $1 AND unit.valid_to IS NULL ORDER BY unit.name, unit.id`,
      [agencyId, dayOf(this.clock.now())],
    );
    return { items, mayManage: mayReachAgency(actor, agencyId, 'person:manage') };
  }
}
