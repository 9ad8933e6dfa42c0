import { Injectable } from '@nestjs/common';
import type { Role, SigningForm } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { UnitOfAgency } from '../units/unit-of-agency.js';

export interface PostToWrite {
  readonly personId: string;
  readonly agencyId: string;
  readonly unitId: string | null;
  readonly role: Role;
  readonly position: string;
  readonly signingForms: readonly SigningForm[];
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Writes a new post of a person whose row the caller holds. */
@Injectable()
export class WritePost {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly units: UnitOfAgency,
  ) {}

  /** Gives its id. @throws DomainError `post.day-passed`, `post.days-crossed`, `post.unknown-place`, `post.held-already`. */
  async execute(post: PostToWrite): Promise<string> {
    if (post.validFrom < dayOf(this.clock.now())) {
      throw new DomainError('post.day-passed');
    }
    if (post.validTo !== null && post.validTo < post.validFrom) {
      throw new DomainError('post.days-crossed');
    }
    await this.checkAgency(post.agencyId, post.validFrom);
    await this.units.check(post.agencyId, post.unitId);
    await this.checkNotHeld(post);
    const id = newId(this.clock.now().getTime());
    await this.database.query(
      `INSERT INTO posts (id, person_id, agency_id, unit_id, role, position, signing_forms, valid_from, valid_to)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        post.personId,
        post.agencyId,
        post.unitId,
        post.role,
        post.position,
        [...new Set(post.signingForms)],
        post.validFrom,
        post.validTo,
      ],
    );
    return id;
  }

  private async checkAgency(agencyId: string, day: string): Promise<void> {
    const agencies = await this.database.query(
      'SELECT 1 FROM agencies WHERE id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)',
      [agencyId, day],
    );
    if (agencies.length === 0) {
      throw new DomainError('post.unknown-place');
    }
  }

  private async checkNotHeld(post: PostToWrite): Promise<void> {
    const held = await this.database.query(
      `SELECT 1 FROM posts
        WHERE person_id = $1 AND agency_id = $2 AND role = $3 AND unit_id IS NOT DISTINCT FROM $4
          AND (valid_to IS NULL OR (valid_to >= $5 AND valid_to >= valid_from))
          AND ($6::date IS NULL OR valid_from <= $6) LIMIT 1`,
      [post.personId, post.agencyId, post.role, post.unitId, post.validFrom, post.validTo],
    );
    if (held.length > 0) {
      throw new DomainError('post.held-already');
    }
  }
}
