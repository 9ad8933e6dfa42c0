import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { deliverDispatchJob } from '../deliver-dispatch.job.js';
import type { RemoteChannelName } from './carry-delivery.job.js';
import { isPaused } from './delivery-pauses.js';
import { openedWithin, triesAtOnce } from './delivery-timing.js';
import { FailDeliveries } from './fail-deliveries.js';
import { PromiseDeliveries } from './promise-deliveries.js';
import type { Line } from './recipient-lines.js';
import { kindOf } from '../requests/request-sql.js';
import { SettleTry } from './settle-try.js';

/** What one look takes at most, so that no transaction is long; the next look goes on. */
const batchSize = 200;

/** How long a due delivery may wait before it is called again, in seconds. */
const patience = 30;

interface Abandoned {
  readonly id: string;
  readonly documentId: string;
  readonly dispatchId: string;
  readonly kind: string;
  readonly digest: string;
  readonly recipientId: string;
  readonly channel: RemoteChannelName;
  readonly number: number;
}

/**
 * Looks again at whatever is under way beyond its bound: tries whose worker died, deliveries that are due and that
 * nothing calls, and what was handed over and never opened. Several workers may look at once.
 */
@Injectable()
export class DeliverySweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settle: SettleTry,
    private readonly promises: PromiseDeliveries,
    private readonly failures: FailDeliveries,
  ) {}

  async execute(): Promise<void> {
    await this.endAbandonedTries();
    await this.callWaiting();
    await this.promiseForgotten();
    await this.failUnopened();
  }

  private async endAbandonedTries(): Promise<void> {
    const abandoned = await this.database.query<Abandoned>(
      `SELECT delivery.id, delivery.document_id AS "documentId", delivery.dispatch_id AS "dispatchId", ${kindOf('delivery')} AS kind,
              dispatch.digest, delivery.recipient_id AS "recipientId", delivery.channel, delivery.tries AS number
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.transport_state = 'sending' AND delivery.channel IN ('webhook', 'email')
          AND delivery.lease_until < $1
        ORDER BY delivery.lease_until LIMIT $2`,
      [this.clock.now(), batchSize],
    );
    for (const { recipientId, channel, ...delivery } of abandoned) {
      const line = { agencyId: recipientId, channel };
      await this.settle.execute({ delivery: { ...delivery, agencyId: recipientId }, line }, { kind: 'died' });
    }
  }

  /** Every line that something waits for: its turn was lost with a queue, a worker or a process that stopped. */
  private async callWaiting(): Promise<void> {
    const now = this.clock.now();
    const lines = await this.database.query<Line>(
      `SELECT DISTINCT recipient_id AS "agencyId", channel FROM deliveries
        WHERE transport_state = 'queued' AND channel IN ('webhook', 'email')
          AND coalesce(next_try_at, state_at) < $1`,
      [new Date(now.getTime() - patience * 1000)],
    );
    for (const line of lines) {
      await this.database.transaction(() => this.promises.callNext(line, triesAtOnce));
    }
  }

  /** Inside this system, what waits is promised by its outbox message; one may be lost only with a pause that ended. */
  private async promiseForgotten(): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async () => {
      const forgotten = await this.database.query<{ id: string }>(
        `SELECT DISTINCT ON (delivery.dispatch_id) delivery.id FROM deliveries AS delivery
          WHERE delivery.transport_state = 'queued' AND delivery.channel = 'local'
            AND coalesce(delivery.next_try_at, delivery.state_at) < $1 AND NOT ${isPaused('delivery')}
            AND NOT EXISTS (SELECT 1 FROM outbox_messages
                             WHERE job = $2 AND payload ->> 'dispatchId' = delivery.dispatch_id::text)
          LIMIT $3`,
        [new Date(now.getTime() - patience * 1000), deliverDispatchJob.name, batchSize],
      );
      await this.promises.execute(forgotten.map(({ id }) => id));
    });
  }

  private async failUnopened(): Promise<void> {
    await this.database.transaction(async () => {
      const unopened = await this.database.query<{ id: string }>(
        `SELECT delivery.id FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
          WHERE delivery.transport_state = 'done' AND delivery.state = 'sent'
            AND delivery.state_at < $1::timestamptz - ($2::jsonb ->> document.urgency)::bigint * interval '1 ms'
          ORDER BY delivery.state_at LIMIT $3 FOR UPDATE OF delivery SKIP LOCKED`,
        [this.clock.now(), JSON.stringify(openedWithin), batchSize],
      );
      if (unopened.length > 0) {
        const ids = unopened.map(({ id }) => id);
        await this.failures.execute(ids, { cause: 'not-opened', detail: '' });
      }
    });
  }
}
