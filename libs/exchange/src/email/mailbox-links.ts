import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Config, Database, Secrets } from '#platform';

const minute = 60_000;
const day = 24 * 60 * minute;

/** [own] */
export const linkLastsFor = 14 * day;
const codeLastsFor = 10 * minute;
const mostGuesses = 5;
const mostMails = 3;
const mailsWithin = 15 * minute;

/** What is known of a delivery by whoever holds its link. */
export interface LinkedDelivery {
  readonly deliveryId: string;
  readonly mailbox: string;
  readonly expiresAt: Date;
  readonly codeDigest: string | null;
  readonly codeExpiresAt: Date | null;
  readonly codeGuesses: number;
  readonly mailsSent: number;
  readonly mailsSince: Date | null;
  readonly openedAt: Date | null;
  /** Its sender took it back, or does not send it any more. */
  readonly isWithdrawn: boolean;
  readonly state: DeliveryState;
  readonly senderName: string;
  readonly recipientName: string;
  readonly sentAt: Date;
}

/** Links to deliveries, and the codes that open them: both go to the mailbox of the recipient and nowhere else. */
@Injectable()
export class MailboxLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly secrets: Secrets,
  ) {}

  /** The link of a delivery: made at first, the same again later, for as long again. */
  async linkTo(deliveryId: string, mailbox: string): Promise<{ readonly link: string; readonly expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + linkLastsFor);
    const [row] = await this.database.query<{ token: string }>(
      `INSERT INTO mailbox_links (delivery_id, mailbox, token, token_digest, expires_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (delivery_id) DO UPDATE SET mailbox = excluded.mailbox, expires_at = excluded.expires_at
       RETURNING token`,
      [deliveryId, mailbox, this.secrets.seal(token, purposeOf(deliveryId)), digestOf(token), expiresAt],
    );
    const kept = this.secrets.open(row?.token ?? '', purposeOf(deliveryId));
    return { link: `${this.config.publicAddress}/mailbox#token=${kept}`, expiresAt };
  }

  /** Holds the row until the transaction ends. @throws DomainError `mailbox-link.unknown`. */
  async hold(token: string): Promise<LinkedDelivery> {
    const [row] = await this.database.query<LinkedDelivery>(
      `SELECT link.delivery_id AS "deliveryId", link.mailbox, link.expires_at AS "expiresAt",
              link.code_digest AS "codeDigest", link.code_expires_at AS "codeExpiresAt",
              link.code_guesses AS "codeGuesses", link.mails_sent AS "mailsSent", link.mails_since AS "mailsSince",
              link.opened_at AS "openedAt", (delivery.transport_state = 'cancelled'
                OR delivery.state IN ('recalled', 'recalled-after-registration')) AS "isWithdrawn", delivery.state,
              document.issuer_name AS "senderName", delivery.recipient_name AS "recipientName",
              dispatch.sent_at AS "sentAt"
         FROM mailbox_links AS link
         JOIN deliveries AS delivery ON delivery.id = link.delivery_id
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         JOIN documents AS document ON document.id = delivery.document_id
        WHERE link.token_digest = $1 FOR UPDATE OF link, delivery`,
      [digestOf(token)],
    );
    if (row === undefined) {
      throw new DomainError('mailbox-link.unknown');
    }
    return row;
  }

  /** @throws DomainError `mailbox-link.withdrawn`, `mailbox-link.expired`. */
  checkUsable({ isWithdrawn, expiresAt }: LinkedDelivery): void {
    if (isWithdrawn) {
      throw new DomainError('mailbox-link.withdrawn');
    }
    if (expiresAt <= this.clock.now()) {
      throw new DomainError('mailbox-link.expired');
    }
  }

  /** Counts one more mail that was asked for. @throws DomainError `mailbox-link.too-many-mails`. */
  async countMail({ deliveryId, mailsSent, mailsSince }: LinkedDelivery): Promise<void> {
    const now = this.clock.now();
    const isFresh = mailsSince === null || now.getTime() - mailsSince.getTime() > mailsWithin;
    if (!isFresh && mailsSent >= mostMails) {
      throw new DomainError('mailbox-link.too-many-mails', { minutes: mailsWithin / minute });
    }
    await this.database.query('UPDATE mailbox_links SET mails_sent = $2, mails_since = $3 WHERE delivery_id = $1', [
      deliveryId,
      isFresh ? 1 : mailsSent + 1,
      isFresh ? now : mailsSince,
    ]);
  }

  /** A new code, which ends the one before. */
  async makeCode({ deliveryId }: LinkedDelivery): Promise<string> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.database.query(
      `UPDATE mailbox_links SET code_digest = $2, code_expires_at = $3, code_guesses = 0 WHERE delivery_id = $1`,
      [deliveryId, digestOf(`${deliveryId} ${code}`), new Date(this.clock.now().getTime() + codeLastsFor)],
    );
    return code;
  }

  /** Whether the code opens the link; a wrong one is counted, and after five of them no code opens it any more. */
  async tryCode(
    { deliveryId, codeDigest, codeExpiresAt, codeGuesses }: LinkedDelivery,
    code: string,
  ): Promise<boolean> {
    const isAlive = codeDigest !== null && codeExpiresAt !== null && codeExpiresAt > this.clock.now();
    if (!isAlive || codeGuesses >= mostGuesses) {
      return false;
    }
    const isRight = timingSafeEqual(Buffer.from(codeDigest), Buffer.from(digestOf(`${deliveryId} ${code}`)));
    await this.database.query(
      isRight
        ? 'UPDATE mailbox_links SET code_digest = NULL WHERE delivery_id = $1'
        : 'UPDATE mailbox_links SET code_guesses = code_guesses + 1 WHERE delivery_id = $1',
      [deliveryId],
    );
    return isRight;
  }
}

function purposeOf(deliveryId: string): string {
  return `mailbox-link:${deliveryId}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
