import { Injectable } from '@nestjs/common';
import type { MailboxLinkView } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, Mailer } from '#platform';
import { EmailChannel } from './email-channel.js';
import { MailboxLinks } from './mailbox-links.js';
import { codeMail } from './mailbox-mails.js';

/** What a link gives before its code: who sent something, a code, and the link again when it ran out. */
@Injectable()
export class AskByMailboxLink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: MailboxLinks,
    private readonly channel: EmailChannel,
    private readonly mailer: Mailer,
  ) {}

  /** Tells nothing of the document. @throws DomainError `mailbox-link.unknown`. */
  async show(token: string): Promise<MailboxLinkView> {
    const link = await this.database.transaction(() => this.links.hold(token));
    return {
      senderName: link.senderName,
      recipientName: link.recipientName,
      sentAt: link.sentAt.toISOString(),
      expiresAt: link.expiresAt.toISOString(),
      isExpired: link.expiresAt <= this.clock.now(),
      isWithdrawn: link.isWithdrawn,
    };
  }

  /** @throws DomainError what a link that can’t be used answers, `mailbox-link.too-many-mails`, `mailbox-link.mail-failed`. */
  async askCode(token: string): Promise<void> {
    const mail = await this.database.transaction(async () => {
      const link = await this.links.hold(token);
      this.links.checkUsable(link);
      await this.links.countMail(link);
      const { recipientName, mailbox, senderName } = link;
      return codeMail({ recipientName, mailbox, senderName, code: await this.links.makeCode(link) });
    });
    await this.send(() => this.mailer.send(mail));
  }

  /** A link that ran out is mailed again, to the same mailbox. @throws DomainError as `askCode`. */
  async renew(token: string): Promise<void> {
    const link = await this.database.transaction(async () => {
      const held = await this.links.hold(token);
      if (held.isWithdrawn) {
        throw new DomainError('mailbox-link.withdrawn');
      }
      await this.links.countMail(held);
      return held;
    });
    await this.send(() => this.channel.mailNotice(link.deliveryId, link.mailbox));
  }

  private async send(mail: () => Promise<void>): Promise<void> {
    try {
      await mail();
    } catch (error) {
      throw new DomainError('mailbox-link.mail-failed', {}, { cause: error });
    }
  }
}
