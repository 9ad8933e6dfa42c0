import { Injectable } from '@nestjs/common';
import type { Urgency } from '#contracts';
import { Clock } from '#kernel';
import { Database, Outbox } from '#platform';
import { deliverDispatchJob, priorityOf } from '../deliver-dispatch.job.js';
import { jobOfChannel, remoteChannels } from './carry-delivery.job.js';
import { isPaused } from './delivery-pauses.js';
import { leaseOfTry } from './delivery-timing.js';
import type { Line } from './recipient-lines.js';

interface Due {
  readonly id: string;
  readonly dispatchId: string;
  readonly channel: string;
  readonly urgency: Urgency;
}

const dueColumns = `
  delivery.id, delivery.dispatch_id AS "dispatchId", delivery.channel, document.urgency`;

/** Promises the jobs that carry deliveries; joins the transaction of the change that they follow from. */
@Injectable()
export class PromiseDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Of queued deliveries: one job a dispatch for those inside this system, one a delivery for the others. */
  async execute(deliveryIds: readonly string[], runAt?: Date): Promise<void> {
    const due = await this.database.query<Due>(
      `SELECT ${dueColumns} FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
        WHERE delivery.id = ANY ($1::uuid[]) AND delivery.transport_state = 'queued'`,
      [deliveryIds],
    );
    await this.promise(due, runAt);
  }

  /**
   * Calls the next that wait for this line, the most urgent first, unless it is open. One that was called is not called
   * again until its call counts as lost.
   */
  async callNext({ agencyId, channel }: Line, count: number): Promise<void> {
    const now = this.clock.now();
    const called = await this.database.query<Due>(
      `UPDATE deliveries AS delivery SET called_at = $3 FROM documents AS document
        WHERE document.id = delivery.document_id AND delivery.id IN (
          SELECT waiting.id
            FROM deliveries AS waiting JOIN documents AS its ON its.id = waiting.document_id
           WHERE waiting.recipient_id = $1 AND waiting.channel = $2 AND waiting.channel IN ('webhook', 'email')
             AND waiting.transport_state = 'queued' AND coalesce(waiting.next_try_at, $3) <= $3
             AND (waiting.called_at IS NULL OR waiting.called_at < $6) AND NOT ${isPaused('waiting')}
             AND NOT EXISTS (SELECT 1 FROM recipient_lines
                              WHERE agency_id = $1 AND channel = $2 AND (probe_at > $3 OR probing_until > $3))
           ORDER BY array_position($5::text[], its.urgency), waiting.id LIMIT $4
             FOR UPDATE OF waiting SKIP LOCKED)
       RETURNING ${dueColumns}`,
      [agencyId, channel, now, count, Object.keys(priorityOf), new Date(now.getTime() - leaseOfTry)],
    );
    await this.promise(called);
  }

  /** What a pause that ended held back. */
  async allHeldBackBy({ channel, agencyId }: { channel: string | null; agencyId: string | null }): Promise<void> {
    const due = await this.database.query<Due>(
      `SELECT ${dueColumns} FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
        WHERE delivery.transport_state = 'queued' AND coalesce(delivery.next_try_at, $3) <= $3
          AND ($1::text IS NULL OR delivery.channel = $1) AND ($2::uuid IS NULL OR delivery.recipient_id = $2)`,
      [channel, agencyId, this.clock.now()],
    );
    await this.promise(due);
  }

  private async promise(due: readonly Due[], runAt?: Date): Promise<void> {
    for (const urgency of new Set(due.map((one) => one.urgency))) {
      const ofUrgency = due.filter((one) => one.urgency === urgency);
      const options = { priority: priorityOf[urgency], ...(runAt === undefined ? {} : { runAt }) };
      const dispatches = new Set(ofUrgency.filter(({ channel }) => channel === 'local').map((one) => one.dispatchId));
      await this.outbox.addMany(
        deliverDispatchJob,
        [...dispatches].map((dispatchId) => ({ dispatchId })),
        options,
      );
      for (const channel of remoteChannels) {
        const payloads = ofUrgency.filter((one) => one.channel === channel).map(({ id }) => ({ deliveryId: id }));
        await this.outbox.addMany(jobOfChannel[channel], payloads, options);
      }
    }
  }
}
