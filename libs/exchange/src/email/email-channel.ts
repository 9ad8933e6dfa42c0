import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Urgency } from '#contracts';
import { ConnectionRows } from '#directory';
import { Database, Mailer, MailRefused } from '#platform';
import {
  Channels,
  type RecallNotice,
  type RecallOutcome,
  RemoteChannel,
  type RemoteDelivery,
  type TryOutcome,
} from '../channel.js';
import { MailboxLinks } from './mailbox-links.js';
import { noticeMail, type Recalled, recallMail } from './mailbox-mails.js';

const urgencyNames: Readonly<Record<Urgency, string>> = {
  normal: '',
  urgent: 'Khẩn',
  'very-urgent': 'Thượng khẩn',
  express: 'Hỏa tốc',
};

/** Tells an agency that has only a mailbox that a document waits for it. It has arrived when somebody opens it. */
@Injectable()
export class EmailChannel extends RemoteChannel implements OnModuleInit {
  override readonly name = 'email';

  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly connections: ConnectionRows,
    private readonly links: MailboxLinks,
    private readonly mailer: Mailer,
  ) {
    super();
  }

  onModuleInit(): void {
    this.channels.register(this);
  }

  override async deliver({ id, agencyId }: RemoteDelivery): Promise<TryOutcome> {
    const mailbox = (await this.connections.find(agencyId))?.mailbox ?? null;
    if (mailbox === null || !this.mailer.canSend) {
      const detail = mailbox === null ? 'the agency has no mailbox any more' : 'no mail server is set up (SMTP_URL)';
      return { kind: 'permanent', cause: 'not-set-up', detail };
    }
    try {
      await this.mailNotice(id, mailbox);
      return { kind: 'delivered', arrived: false, detail: mailbox };
    } catch (error) {
      return notMailed(error);
    }
  }

  /** Whether somebody has to agree was decided when it was taken back, by what the mailbox had done with it. */
  override async recall({ deliveryId, reason }: RecallNotice): Promise<RecallOutcome> {
    const [told] = await this.database.query<Recalled>(
      `SELECT link.mailbox, delivery.recipient_name AS "recipientName", document.issuer_name AS "senderName",
              dispatch.sent_at AS "sentAt", delivery.state = 'recalled' AS "isBack"
         FROM mailbox_links AS link JOIN deliveries AS delivery ON delivery.id = link.delivery_id
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         JOIN documents AS document ON document.id = delivery.document_id
        WHERE link.delivery_id = $1`,
      [deliveryId],
    );
    if (told === undefined) {
      return { kind: 'taken-back' };
    }
    try {
      await this.mailer.send(recallMail({ ...told, reason }));
      return { kind: told.isBack ? 'taken-back' : 'asked' };
    } catch (error) {
      return notMailed(error);
    }
  }

  /** The notice with the link; the same link again for a notice that is sent again. */
  async mailNotice(deliveryId: string, mailbox: string): Promise<void> {
    const { link, expiresAt } = await this.links.linkTo(deliveryId, mailbox);
    const [delivery] = await this.database.query<{ recipientName: string; senderName: string; urgency: Urgency }>(
      `SELECT delivery.recipient_name AS "recipientName", document.issuer_name AS "senderName", document.urgency
         FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
        WHERE delivery.id = $1`,
      [deliveryId],
    );
    if (delivery === undefined) {
      throw new Error(`there is no delivery ${deliveryId}`);
    }
    const { recipientName, senderName, urgency } = delivery;
    await this.mailer.send(
      noticeMail({ recipientName, mailbox, senderName, urgencyName: urgencyNames[urgency], link, expiresAt }),
    );
  }
}

function notMailed(error: unknown): Extract<TryOutcome, { kind: 'permanent' | 'retryable' }> {
  const detail = error instanceof Error ? error.message : String(error);
  return error instanceof MailRefused
    ? { kind: 'permanent', cause: 'mailbox-refused', detail }
    : { kind: 'retryable', cause: 'connection-refused', detail };
}
