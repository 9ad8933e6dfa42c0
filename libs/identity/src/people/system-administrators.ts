import { Injectable } from '@nestjs/common';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import type { GuardedPerson } from './person-policy.js';

/** Any number that no other advisory lock of ours uses. */
const lockKey = 7_301_030;

/** Sees to it that somebody can always administer the system. */
@Injectable()
export class SystemAdministrators {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Taken before the change: two administrators who end each other at the same time go one after the other.
   * Gives whether the change is one to be checked after.
   */
  async hold(person: GuardedPerson): Promise<boolean> {
    const isOne = person.posts.some(({ role }) => role === 'system-administrator');
    if (isOne) {
      await this.database.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
    }
    return isOne;
  }

  /** Looked at after the change, in its transaction. @throws DomainError `person.last-administrator`. */
  async check(): Promise<void> {
    const left = await this.database.query(
      `SELECT 1 FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.role = 'system-administrator' AND post.valid_from <= $1 AND post.valid_to IS NULL
          AND person.disabled_at IS NULL LIMIT 1`,
      [dayOf(this.clock.now())],
    );
    if (left.length === 0) {
      throw new DomainError('person.last-administrator');
    }
  }
}
