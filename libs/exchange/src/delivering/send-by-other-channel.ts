import { Injectable } from '@nestjs/common';
import type { Actor, ChannelName, PaperReasonChoice } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, Events } from '#platform';
import { deliveriesReached } from '../exchange-events.js';
import { SettleRequests } from '../requests/settle-requests.js';
import { FailedDeliveries, type FailedDelivery } from './failed-deliveries.js';
import { PromiseDeliveries } from './promise-deliveries.js';

interface OtherWay {
  readonly deliveryId: string;
  readonly channel: ChannelName;
  /** For paper only. */
  readonly paperReason: PaperReasonChoice | null;
}

/** Why paper goes, and in which words. */
interface Reason {
  readonly code: string;
  readonly words: string;
}

/**
 * What failed by one channel goes by another one that the recipient has. Its id stays: should the first try turn out to
 * have arrived after all, a second copy is known as the same delivery.
 */
@Injectable()
export class SendByOtherChannel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly failed: FailedDeliveries,
    private readonly promises: PromiseDeliveries,
    private readonly events: Events,
    private readonly requests: SettleRequests,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `delivery.not-failed`, `delivery.channel-not-possible`,
   * `document.paper-reason-missing`.
   */
  async execute(actor: Actor, { deliveryId, channel, paperReason }: OtherWay): Promise<void> {
    await this.database.transaction(async () => {
      const delivery = await this.failed.hold(actor, deliveryId);
      await this.check(delivery, channel);
      const note =
        channel === 'paper'
          ? await this.onPaper(delivery, await this.reason(delivery, paperReason))
          : await this.electronically(delivery, channel);
      await this.failed.tell(actor, [delivery], {
        code: 'rerouted',
        action: 'document.delivery-rerouted',
        note,
        after: { state: channel === 'paper' ? 'on-paper' : 'queued', channel },
      });
    });
  }

  /** Paper goes everywhere; else the recipient must have what the channel needs. */
  private async check({ recipientId, recipientName, channel: present }: FailedDelivery, channel: ChannelName) {
    if (channel === 'paper') {
      return;
    }
    const [known] = await this.database.query<{ isPossible: boolean }>(
      `SELECT CASE $2 WHEN 'webhook' THEN connection.webhook_url IS NOT NULL AND connection.webhook_secret IS NOT NULL
                      WHEN 'email' THEN connection.mailbox IS NOT NULL
                      ELSE agency.level <> 'external' END AS "isPossible"
         FROM agencies AS agency
         LEFT JOIN agency_connections AS connection ON connection.agency_id = agency.id
        WHERE agency.id = lead_successor($1)`,
      [recipientId, channel],
    );
    if (known?.isPossible !== true || channel === present) {
      throw new DomainError('delivery.channel-not-possible', { name: recipientName });
    }
  }

  private async reason({ recipientName: name }: FailedDelivery, chosen: PaperReasonChoice | null): Promise<Reason> {
    const [reason] = await this.database.query<{ code: string; name: string; needsWords: boolean }>(
      'SELECT code, name, needs_words AS "needsWords" FROM paper_reasons WHERE code = $1 AND retired_at IS NULL',
      [chosen?.code ?? null],
    );
    const note = chosen?.note ?? '';
    if (reason === undefined || (reason.needsWords && note === '')) {
      throw new DomainError('document.paper-reason-missing', { name });
    }
    return { code: reason.code, words: note === '' ? reason.name : `${reason.name}: ${note}` };
  }

  private async onPaper({ id }: FailedDelivery, { words, code }: Reason): Promise<string> {
    await this.database.query(
      `UPDATE deliveries SET channel = 'paper', mode = 'paper', paper_reason = $3, paper_reason_code = $4,
              transport_state = 'done', state = 'on-paper', state_at = $2 WHERE id = $1`,
      [id, this.clock.now(), words, code],
    );
    await this.requests.fellAway([id]);
    await this.events.emit(deliveriesReached, { deliveryIds: [id] });
    return words;
  }

  private async electronically({ id }: FailedDelivery, channel: ChannelName): Promise<string> {
    await this.database.query(
      `UPDATE deliveries SET channel = $3, transport_state = 'queued', state = 'queued', state_at = $2,
              next_try_at = NULL, called_at = NULL, give_up_at = NULL WHERE id = $1`,
      [id, this.clock.now(), channel],
    );
    await this.promises.execute([id]);
    return channel;
  }
}
