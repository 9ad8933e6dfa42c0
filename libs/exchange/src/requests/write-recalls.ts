import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database, Events, Outbox } from '#platform';
import { remoteChannels } from '../delivering/carry-delivery.job.js';
import { recallsAsked } from '../exchange-events.js';
import { trackingCodes } from '../delivery-tracking.js';
import { SettleRequests } from './settle-requests.js';
import type { Sorted } from './take-back-deliveries.js';
import { tellRecallJobs } from './tell-recall.job.js';

/** Writes a recall down with each delivery that it is about, and promises to tell the recipients elsewhere. */
@Injectable()
export class WriteRecalls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settle: SettleRequests,
    private readonly outbox: Outbox,
    private readonly events: Events,
  ) {}

  /** Joins a transaction. */
  async execute(actor: Actor, digest: string | null, sorted: Sorted, reason: string): Promise<void> {
    const now = this.clock.now();
    const { withdrawn, asked, told } = sorted;
    const states = [...withdrawn.map(() => 'effective'), ...asked.map(() => 'asked')];
    const codes = [...withdrawn.map(() => trackingCodes.recalled), ...asked.map(() => trackingCodes.recallAsked)];
    const ids = [...withdrawn, ...asked];
    const requests = await this.database.query<{ id: string; deliveryId: string }>(
      `INSERT INTO sender_requests (id, delivery_id, kind, state, reason, digest, asked_by_post_id, asked_at, decided_at)
       SELECT uuidv7(), given.id, 'recall', given.state, $3, $4, $5, $6::timestamptz,
              CASE given.state WHEN 'effective' THEN $6::timestamptz END
         FROM unnest($1::uuid[], $2::text[]) AS given(id, state)
       RETURNING id, delivery_id AS "deliveryId"`,
      [ids, states, reason, digest, actor.postId, now],
    );
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at, actor, note)
       SELECT uuidv7(), given.id, given.code, $3, $3, $4, $5 FROM unnest($1::uuid[], $2::text[]) AS given(id, code)`,
      [ids, codes, now, actor.fullName, reason],
    );
    await this.database.query(
      `WITH held AS (SELECT id FROM deliveries WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE)
       UPDATE deliveries AS delivery SET state = 'recalled', state_at = $2 FROM held WHERE delivery.id = held.id`,
      [withdrawn, now],
    );
    await this.settle.recalled(withdrawn);
    if (asked.length > 0) {
      await this.events.emit(recallsAsked, { deliveryIds: asked, actor });
    }
    for (const channel of remoteChannels) {
      const toTell = new Set(told.filter((one) => one.channel === channel).map(({ id }) => id));
      const payloads = requests.filter(({ deliveryId }) => toTell.has(deliveryId)).map(({ id }) => ({ requestId: id }));
      await this.outbox.addMany(tellRecallJobs[channel], payloads);
    }
  }
}
