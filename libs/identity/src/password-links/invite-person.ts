import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, Invitation, Language } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { hasEnded, type KnownPerson, People } from '../people/people.js';
import { LinkMails } from './link-mails.js';
import { OneTimeLinks } from './one-time-links.js';

/**
 * Gives an administrator a link for somebody who is new or can’t get in, to be handed over, and mails it as well where
 * that can be done. Who administers never learns or sets a password.
 */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly links: OneTimeLinks,
    private readonly mails: LinkMails,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`; `invitation.own`: whoever finds an open session must not get a
   * password of their choice by it; `invitation.no-sign-in` when the person couldn’t sign in.
   */
  async execute(actor: Actor, personId: string, language: Language): Promise<Invitation> {
    return this.database.transaction(async () => {
      const person = await this.people.readForChange(actor, personId);
      if (person.id === actor.personId) {
        throw new DomainError('invitation.own');
      }
      if (!this.canSignIn(person)) {
        throw new DomainError('invitation.no-sign-in');
      }
      const { id, link, expiresAt } = await this.links.make(personId, 'invitation', actor.personId);
      const mailed = person.email !== null && (await this.mails.promiseInvitation(id, language));
      await this.audit.record(actor, {
        action: 'person.invited',
        objectType: 'person',
        objectId: personId,
        agencyId: person.posts[0]?.agencyId ?? null,
        data: { mailed, expiresAt: expiresAt.toISOString() },
      });
      return { link, expiresAt: expiresAt.toISOString(), mailedTo: mailed ? person.email : null };
    });
  }

  private canSignIn(person: KnownPerson): boolean {
    const today = dayOf(this.clock.now());
    return person.disabledAt === null && person.posts.some((post) => !hasEnded(post, today));
  }
}
