import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, ChangePassword as ChangePasswordCommand } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { EndSessions } from './end-sessions.js';
import { passwordFits } from './password.js';
import { PersonPasswords } from './person-passwords.js';
import type { SessionRecord } from './session-record.js';
import { Sessions } from './sessions.js';
import { SlowDown } from './slow-down.js';

/** A person changes the own password, or replaces a temporary one; every other session of theirs ends. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly passwords: PersonPasswords,
    private readonly sessions: Sessions,
    private readonly endSessions: EndSessions,
    private readonly slowDown: SlowDown,
    private readonly audit: Audit,
  ) {}

  /**
   * Gives the new token of the session. A session that somebody left open is not enough to take an account over, and
   * guessing here is as slow as at the sign-in.
   *
   * @throws DomainError `session.slowed-down`, `password.wrong-current`, `password.unchanged`, `password.too-weak`.
   */
  async execute(session: SessionRecord, { currentPassword, newPassword }: ChangePasswordCommand): Promise<string> {
    const { actor } = session;
    const known = await this.passwords.of(actor.personId);
    await this.checkCurrent(actor, known?.hash ?? undefined, currentPassword);
    if (newPassword === currentPassword) {
      throw new DomainError('password.unchanged');
    }
    const hash = await this.passwords.hashChosen(newPassword, known?.names ?? []);
    return this.database.transaction(async () => {
      if (!(await this.passwords.replace(actor.personId, hash, known?.hash ?? ''))) {
        throw new DomainError('password.wrong-current');
      }
      const others = await this.endSessions.execute({ personId: actor.personId, except: session.id });
      await this.audit.record(actor, {
        action: 'password.changed',
        objectType: 'person',
        objectId: actor.personId,
        data: { otherSessionsEnded: others },
      });
      return this.sessions.rotate(session.id);
    });
  }

  private async checkCurrent(actor: Actor, hash: string | undefined, password: string): Promise<void> {
    const subject = `password:${actor.personId}`;
    await this.slowDown.attempt(subject);
    if (!(await passwordFits(hash, password))) {
      await this.audit.record(actor, {
        action: 'password.change-refused',
        objectType: 'person',
        objectId: actor.personId,
      });
      throw new DomainError('password.wrong-current');
    }
    await this.slowDown.forgive(subject);
  }
}
