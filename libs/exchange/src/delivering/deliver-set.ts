import { Injectable } from '@nestjs/common';
import { AgencyStructure } from '#directory';
import { Clock } from '#kernel';
import { Database, Events, LiveChannel } from '#platform';
import { Channels } from '../channel.js';
import { trackingCodes } from '../delivery-tracking.js';
import { deliveriesReached } from '../exchange-events.js';

export interface LocalDispatch {
  readonly id: string;
  readonly senderId: string;
  readonly documentId: string;
}

/** Delivers some deliveries of a dispatch inside this system in one transaction, all or none. */
@Injectable()
export class DeliverSet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly events: Events,
    private readonly live: LiveChannel,
    private readonly structure: AgencyStructure,
  ) {}

  async execute({ senderId, documentId }: LocalDispatch, chosen: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.structure.hold();
      const queued = await this.database.query<{ id: string }>(
        `SELECT id FROM deliveries
          WHERE id = ANY ($1::uuid[]) AND transport_state = 'queued' AND channel = 'local' ORDER BY id FOR UPDATE`,
        [chosen],
      );
      const ids = queued.map(({ id }) => id);
      if (ids.length === 0) {
        return;
      }
      await this.channels.set('local').deliver(ids);
      await this.markArrived(ids);
      await this.events.emit(deliveriesReached, { deliveryIds: ids });
      await this.live.publish([senderId], 'documents', documentId);
    });
  }

  private async markArrived(ids: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `UPDATE deliveries SET transport_state = 'done', state = 'arrived', state_at = $2, failure = NULL, cause = NULL,
              next_try_at = NULL
        WHERE id = ANY ($1::uuid[])`,
      [ids, now],
    );
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at)
       SELECT uuidv7(), delivery_id, $2, $3, $3 FROM unnest($1::uuid[]) AS delivery_id`,
      [ids, trackingCodes.arrived, now],
    );
  }
}
