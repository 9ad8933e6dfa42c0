import { Injectable } from '@nestjs/common';
import type { AskForPasswordReset as Command, Language } from '#contracts';
import { Clock, newId } from '#kernel';
import { Database } from '#platform';
import { LinkMails } from './link-mails.js';

/**
 * Somebody forgot a password. Whether there is such a person is looked at later, by a job: the answer and its time are
 * the same for every name.
 */
@Injectable()
export class AskForPasswordReset {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly mails: LinkMails,
  ) {}

  async execute({ userNameOrEmail }: Command, language: Language): Promise<void> {
    if (!this.mails.canSend) {
      return;
    }
    const id = newId();
    await this.database.transaction(async () => {
      await this.database.query(
        'INSERT INTO password_reset_requests (id, asked_for, language, created_at) VALUES ($1, $2, $3, $4)',
        [id, userNameOrEmail.toLowerCase(), language, this.clock.now()],
      );
      await this.mails.promisePasswordReset(id);
    });
  }
}
