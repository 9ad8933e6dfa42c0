import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted, type Role, type SigningForm } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { type GuardedPerson, mayManagePerson, mayManagePost, mayReadPerson } from './person-policy.js';

export interface KnownPost {
  readonly id: string;
  readonly personId: string;
  readonly agencyId: string;
  readonly unitId: string | null;
  readonly role: Role;
  readonly position: string;
  readonly signingForms: readonly SigningForm[];
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface KnownPerson extends GuardedPerson {
  readonly fullName: string;
  readonly userName: string;
  readonly email: string | null;
  readonly version: number;
  readonly disabledAt: Date | null;
  /** Held today or to come, and the last one held where there are none. */
  readonly posts: readonly KnownPost[];
}

/** Reading people under their policy: the common first step of everything that is done to a person or a post. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly structure: AgencyStructure,
  ) {}

  /** @throws DomainError `permission.denied`; `not-found`, for who is not there and for who is not the actor’s alike. */
  async read(actor: Actor, personId: string): Promise<KnownPerson> {
    if (!isPermitted(actor, 'person:read')) {
      throw new DomainError('permission.denied');
    }
    const person = await this.select(personId);
    if (person === undefined || !mayReadPerson(actor, person)) {
      throw new DomainError('not-found');
    }
    return person;
  }

  /**
   * Reads a person for a change and holds the row until the transaction ends: everything that is done to a person or
   * to their posts goes one after the other, and not while agencies are reorganised.
   *
   * @throws DomainError `agency.reorganised`, `not-found`, `permission.denied`.
   */
  async readForChange(actor: Actor, personId: string): Promise<KnownPerson> {
    await this.hold(actor, [personId]);
    const person = await this.read(actor, personId);
    if (!mayManagePerson(actor, person)) {
      throw new DomainError('permission.denied');
    }
    return person;
  }

  /**
   * Reads a post that is held today or will be, and holds its person.
   *
   * @throws DomainError `not-found`, `permission.denied`, `person.own-rights`, `post.ended`.
   */
  async readPostForChange(actor: Actor, postId: string): Promise<KnownPost> {
    const post = await this.readPostForHandOver(actor, postId);
    if (hasEnded(post, dayOf(this.clock.now()))) {
      throw new DomainError('post.ended');
    }
    return post;
  }

  /**
   * Reads a post, also one that has ended, and holds its person.
   *
   * @throws DomainError `not-found`, `permission.denied`, `person.own-rights`.
   */
  async readPostForHandOver(actor: Actor, postId: string): Promise<KnownPost> {
    const person = await this.readForChange(actor, await this.holderOf(actor, postId));
    const [post] = await this.database.query<KnownPost>(`${selectPosts} WHERE id = $1`, [postId]);
    if (post === undefined) {
      throw new DomainError('not-found');
    }
    if (person.id === actor.personId) {
      throw new DomainError('person.own-rights');
    }
    if (!mayManagePost(actor, person, post)) {
      throw new DomainError('permission.denied');
    }
    return post;
  }

  /** Holds several people at once, in one order, so that nobody waits for somebody who waits for them. */
  async hold(actor: Actor, personIds: readonly string[]): Promise<void> {
    await this.structure.hold(actor);
    await this.database.query('SELECT 1 FROM people WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
      personIds,
    ]);
  }

  /** Whose post it is. @throws DomainError `permission.denied`, `not-found`. */
  async holderOf(actor: Actor, postId: string): Promise<string> {
    if (!isPermitted(actor, 'person:read')) {
      throw new DomainError('permission.denied');
    }
    const [owner] = await this.database.query<{ personId: string }>(
      'SELECT person_id AS "personId" FROM posts WHERE id = $1',
      [postId],
    );
    if (owner === undefined) {
      throw new DomainError('not-found');
    }
    return owner.personId;
  }

  private async select(personId: string): Promise<KnownPerson | undefined> {
    const [person] = await this.database.query<Omit<KnownPerson, 'posts'>>(
      `SELECT id, full_name AS "fullName", user_name AS "userName", email, version, disabled_at AS "disabledAt"
         FROM people WHERE id = $1 AND kind = 'person'`,
      [personId],
    );
    if (person === undefined) {
      return undefined;
    }
    const posts = await this.database.query<KnownPost>(
      `${selectPosts} WHERE person_id = $1 ORDER BY valid_to DESC NULLS FIRST, valid_from DESC, id`,
      [personId],
    );
    const today = dayOf(this.clock.now());
    const open = posts.filter((post) => !hasEnded(post, today));
    return { ...person, posts: open.length > 0 ? open : posts.slice(0, 1) };
  }
}

const selectPosts = `
  SELECT id, person_id AS "personId", agency_id AS "agencyId", unit_id AS "unitId", role, position,
         signing_forms AS "signingForms", valid_from AS "validFrom", valid_to AS "validTo"
    FROM posts`;

export function hasEnded(post: { readonly validTo: string | null }, today: string): boolean {
  return post.validTo !== null && post.validTo < today;
}
