import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts';
import { Mailer, Outbox } from '#platform';
import { mailInvitationJob, mailPasswordResetJob } from './mail-link.job.js';

/** Promises mails with links; they carry ids, never a token. */
@Injectable()
export class LinkMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
  ) {}

  get canSend(): boolean {
    return this.mailer.canSend;
  }

  /** False when this installation has no mail. */
  async promiseInvitation(linkId: string, language: Language): Promise<boolean> {
    if (this.mailer.canSend) {
      await this.outbox.add(mailInvitationJob, { linkId, language });
    }
    return this.mailer.canSend;
  }

  async promisePasswordReset(requestId: string): Promise<void> {
    await this.outbox.add(mailPasswordResetJob, { requestId });
  }
}
