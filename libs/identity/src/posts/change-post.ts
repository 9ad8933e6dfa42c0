import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, ChangePost as Change } from '#contracts';
import { Database } from '#platform';
import { type KnownPost, People } from '../people/people.js';
import { SystemAdministrators } from '../people/system-administrators.js';
import { UnitOfAgency } from '../units/unit-of-agency.js';
import { HandoverPlans } from './handover-plans.js';

/** An administrator changes what may change of a post while it is held: unit, title, forms of signature, last day. */
@Injectable()
export class ChangePost {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly administrators: SystemAdministrators,
    private readonly handovers: HandoverPlans,
    private readonly units: UnitOfAgency,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the id of the person.
   *
   * @throws DomainError `not-found`, `permission.denied`, `person.own-rights`, `person.last-administrator`,
   * `post.ended`, `post.handed-over`, `post.awaits-work`, `post.unknown-place`, `post.day-passed`, `post.days-crossed`.
   */
  async execute(actor: Actor, postId: string, change: Change): Promise<string> {
    return this.database.transaction(async () => {
      const post = await this.people.readPostForChange(actor, postId);
      const isAdministrator = await this.administrators.hold({ id: post.personId, posts: [post] });
      if (change.validTo !== post.validTo) {
        await this.handovers.checkEnd(post, change.validTo);
      }
      await this.write(post, change);
      if (isAdministrator) {
        await this.administrators.check();
      }
      await this.audit.record(actor, {
        action: 'post.changed',
        objectType: 'person',
        objectId: post.personId,
        agencyId: post.agencyId,
        before: factsOf(post),
        after: factsOf({ ...post, ...change }),
      });
      return post.personId;
    });
  }

  private async write(post: KnownPost, { unitId, position, signingForms, validTo }: Change): Promise<void> {
    if (unitId !== post.unitId) {
      await this.units.check(post.agencyId, unitId);
    }
    await this.database.query(
      'UPDATE posts SET unit_id = $2, position = $3, signing_forms = $4, valid_to = $5 WHERE id = $1',
      [post.id, unitId, position, [...new Set(signingForms)], validTo],
    );
  }
}

function factsOf({ id, unitId, position, signingForms, validTo }: KnownPost) {
  return { id, unitId, position, signingForms: [...signingForms], validTo };
}
