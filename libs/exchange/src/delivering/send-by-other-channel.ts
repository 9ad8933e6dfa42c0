import { Injectable } from '@nestjs/common';
import type { Actor, ChannelName } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, Events } from '#platform';
import { deliveriesReached } from '../exchange-events.js';
import { FailedDeliveries, type FailedDelivery } from './failed-deliveries.js';
import { PromiseDeliveries } from './promise-deliveries.js';

interface OtherWay {
  readonly deliveryId: string;
  readonly channel: ChannelName;
  /** Why paper, in words; for paper only. */
  readonly paperReason: string | null;
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
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `delivery.not-failed`, `delivery.channel-not-possible`. */
  async execute(actor: Actor, { deliveryId, channel, paperReason }: OtherWay): Promise<void> {
    await this.database.transaction(async () => {
      const delivery = await this.failed.hold(actor, deliveryId);
      await this.check(delivery, channel);
      if (channel === 'paper') {
        await this.onPaper(delivery, paperReason ?? '');
      } else {
        await this.electronically(delivery, channel);
      }
      await this.failed.tell(actor, [delivery], {
        code: 'rerouted',
        action: 'document.delivery-rerouted',
        note: channel === 'paper' ? paperReason : channel,
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

  private async onPaper({ id }: FailedDelivery, reason: string): Promise<void> {
    await this.database.query(
      `UPDATE deliveries SET channel = 'paper', mode = 'paper', paper_reason = $3, transport_state = 'done',
              state = 'on-paper', state_at = $2 WHERE id = $1`,
      [id, this.clock.now(), reason],
    );
    await this.events.emit(deliveriesReached, { deliveryIds: [id] });
  }

  private async electronically({ id }: FailedDelivery, channel: ChannelName): Promise<void> {
    await this.database.query(
      `UPDATE deliveries SET channel = $3, transport_state = 'queued', state = 'queued', state_at = $2,
              next_try_at = NULL, called_at = NULL, give_up_at = NULL WHERE id = $1`,
      [id, this.clock.now(), channel],
    );
    await this.promises.execute([id]);
  }
}
