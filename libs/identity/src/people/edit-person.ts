import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, EditPerson as Edit } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { FreshSession } from '../second-factor/fresh-session.js';
import { People } from './people.js';
import { personSearchText } from './person-search-text.js';
import { violates } from './unique-violation.js';

export interface EditPersonCommand {
  readonly personId: string;
  /** In which the edit is made. */
  readonly sessionId: string;
  /** The version that the edit was made on. */
  readonly version: number;
  readonly edit: Edit;
}

/** An administrator changes a person’s name or e-mail. */
@Injectable()
export class EditPerson {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly fresh: FreshSession,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `person.stale`, `person.email-taken`;
   * `session.confirmation-required` for the own address: new passwords are mailed there.
   */
  async execute(actor: Actor, command: EditPersonCommand): Promise<void> {
    const { edit } = command;
    try {
      await this.database.transaction(async () => this.change(actor, command));
    } catch (error) {
      throw violates(error, 'people_email')
        ? new DomainError('person.email-taken', { email: edit.email ?? '' })
        : error;
    }
  }

  private async change(actor: Actor, { personId, sessionId, version, edit }: EditPersonCommand): Promise<void> {
    const person = await this.people.readForChange(actor, personId);
    if (person.id === actor.personId && person.email !== edit.email) {
      await this.fresh.check(sessionId);
    }
    const { affected } = await this.database.execute(
      `UPDATE people SET full_name = $3, email = $4, search_text = $5, version = version + 1
        WHERE id = $1 AND version = $2`,
      [personId, version, edit.fullName, edit.email, personSearchText({ ...edit, userName: person.userName })],
    );
    if (affected !== 1) {
      throw new DomainError('person.stale');
    }
    await this.audit.record(actor, {
      action: 'person.edited',
      objectType: 'person',
      objectId: personId,
      agencyId: person.posts[0]?.agencyId ?? null,
      before: { fullName: person.fullName, email: person.email },
      after: { fullName: edit.fullName, email: edit.email },
    });
  }
}
