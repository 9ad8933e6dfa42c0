import { Injectable } from '@nestjs/common';

import { type Actor, isPermitted } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { mayReachAgency } from '../people/person-policy.js';

interface KnownUnit {
  readonly id: string;
  readonly agencyId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly abbreviation: string;
}

/** Units of an agency under their policy, for the use cases that change them; one change goes after the other. */
@Injectable()
export class Units {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Holds the agency’s units for a change. @throws DomainError `permission.denied`, `not-found`. */
  async hold(actor: Actor, agencyId: string): Promise<readonly KnownUnit[]> {
    if (!isPermitted(actor, 'person:manage')) {
      throw new DomainError('permission.denied');
    }
    const agencies = await this.database.query(
      'SELECT 1 FROM agencies WHERE id = $1 AND (valid_to IS NULL OR valid_to >= $2) FOR NO KEY UPDATE',
      [agencyId, dayOf(this.clock.now())],
    );
    if (agencies.length === 0 || !mayReachAgency(actor, agencyId, 'person:manage')) {
      throw new DomainError('not-found');
    }
    return this.database.query<KnownUnit>(
      `SELECT id, agency_id AS "agencyId", parent_id AS "parentId", name, abbreviation
         FROM units WHERE agency_id = $1 AND valid_to IS NULL FOR UPDATE`,
      [agencyId],
    );
  }

  /** Holds the units beside one that is there. @throws DomainError `permission.denied`, `not-found`. */
  async holdBeside(actor: Actor, unitId: string): Promise<{ unit: KnownUnit; all: readonly KnownUnit[] }> {
    if (!isPermitted(actor, 'person:manage')) {
      throw new DomainError('permission.denied');
    }
    const [place] = await this.database.query<{ agencyId: string }>(
      'SELECT agency_id AS "agencyId" FROM units WHERE id = $1 AND valid_to IS NULL',
      [unitId],
    );
    const all = place === undefined ? [] : await this.hold(actor, place.agencyId);
    const unit = all.find(({ id }) => id === unitId);
    if (unit === undefined) {
      throw new DomainError('not-found');
    }
    return { unit, all };
  }
}
