import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts';
import { Database, Mailer, MailRefused, OnJob, PermanentFailure } from '#platform';
import { linkMail } from './link-mail.js';
import { mailInvitationJob } from './mail-link.job.js';
import { OneTimeLinks } from './one-time-links.js';

interface Addressee {
  readonly fullName: string;
  readonly userName: string;
  readonly email: string;
}

/** Mails an invitation while it can be used. */
@Injectable()
export class MailInvitation {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly mailer: Mailer,
  ) {}

  /** @throws PermanentFailure when the mail server will never take it. */
  @OnJob(mailInvitationJob)
  async execute({ linkId, language }: { readonly linkId: string; readonly language: Language }): Promise<void> {
    const link = await this.links.addMailToken(linkId);
    const addressee = link === undefined ? undefined : await this.addressee(link.personId);
    if (link === undefined || addressee === undefined) {
      return;
    }
    try {
      await this.mailer.send(linkMail('invitation', language, { ...addressee, ...link }));
    } catch (error) {
      throw error instanceof MailRefused ? new PermanentFailure(error.message, { cause: error }) : error;
    }
  }

  private async addressee(personId: string): Promise<Addressee | undefined> {
    const [row] = await this.database.query<Addressee>(
      `SELECT full_name AS "fullName", user_name AS "userName", email FROM people
        WHERE id = $1 AND disabled_at IS NULL AND email IS NOT NULL`,
      [personId],
    );
    return row;
  }
}
