import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Confirmation } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { passwordFits } from '../password.js';
import type { SessionRecord } from '../session-record.js';
import { SlowDown } from '../slow-down.js';

/** The person before the screen shows the password once more, before something that an open session is not enough for. */
@Injectable()
export class ConfirmIdentity {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly slowDown: SlowDown,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `session.not-confirmed` for a wrong password and for somebody who has none. */
  async execute({ id, actor }: SessionRecord, { password }: Confirmation): Promise<void> {
    const subject = `confirmation:${actor.personId}`;
    await this.slowDown.attempt(subject);
    const [person] = await this.database.query<{ passwordHash: string | null }>(
      'SELECT password_hash AS "passwordHash" FROM people WHERE id = $1',
      [actor.personId],
    );
    const fits = await passwordFits(person?.passwordHash, password);
    await this.database.transaction(async () => {
      if (fits) {
        await this.database.query('UPDATE sessions SET confirmed_at = $2 WHERE id = $1', [id, this.clock.now()]);
        await this.slowDown.forgive(subject);
      }
      await this.audit.record(actor, {
        action: fits ? 'session.confirmed' : 'session.confirmation-refused',
        objectType: 'person',
        objectId: actor.personId,
      });
    });
    if (!fits) {
      throw new DomainError('session.not-confirmed');
    }
  }
}
