import { Injectable } from '@nestjs/common';
import { type Actor, type DelegationView, isPermitted } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import type { KnownPerson } from '../people/people.js';
import { type KnownDelegation, mayRevoke, stateOf } from './delegation-policy.js';

/** The latest that are shown; one person makes a few in a year. */
const mostShown = 100;

type Row = Omit<DelegationView, 'state' | 'mayRevoke'> & KnownDelegation;

/** Who stands in for whom, the latest first. */
@Injectable()
export class DelegationsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those that the actor made or that were made for them, and those in which they stand in. @throws DomainError `permission.denied`. */
  async own(actor: Actor): Promise<DelegationView[]> {
    if (!isPermitted(actor, 'delegation:manage-own')) {
      throw new DomainError('permission.denied');
    }
    return this.of(actor, actor.personId);
  }

  /** Of a person whom the actor may read. */
  async ofPerson(actor: Actor, person: KnownPerson): Promise<DelegationView[]> {
    return this.of(actor, person.id);
  }

  private async of(actor: Actor, personId: string): Promise<DelegationView[]> {
    const today = dayOf(this.clock.now());
    const rows = await this.database.query<Row>(
      `SELECT delegation.id, delegation.valid_from AS "validFrom", delegation.valid_to AS "validTo",
              delegation.reason, delegation.revoked_at AS "revokedAt",
              absent.agency_id AS "agencyId", absent.role, absent.id AS "fromPostId", absent.person_id AS "fromPersonId",
              json_build_object('postId', absent.id, 'fullName', absentee.full_name, 'position', absent.position)
                AS "from",
              json_build_object('postId', present.id, 'fullName', stand_in.full_name, 'position', present.position)
                AS "to"
         FROM delegations AS delegation
         JOIN posts AS absent ON absent.id = delegation.from_post_id
         JOIN people AS absentee ON absentee.id = absent.person_id
         JOIN posts AS present ON present.id = delegation.to_post_id
         JOIN people AS stand_in ON stand_in.id = present.person_id
        WHERE absent.person_id = $1 OR present.person_id = $1
        ORDER BY delegation.valid_from DESC, delegation.id DESC LIMIT ${mostShown}`,
      [personId],
    );
    return rows.map((row) => ({
      id: row.id,
      from: row.from,
      to: row.to,
      validFrom: row.validFrom,
      validTo: row.validTo,
      reason: row.reason,
      state: stateOf(row, today),
      mayRevoke: mayRevoke(actor, row, today),
    }));
  }
}
