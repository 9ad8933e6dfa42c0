import { Injectable } from '@nestjs/common';
import { AgencyStructure } from '#directory';
import { Clock } from '#kernel';
import { Database, Events, LiveChannel, OnJob } from '#platform';
import { Channels } from './channel.js';
import { deliverDispatchJob } from './deliver-dispatch.job.js';
import { trackingCodes } from './delivery-tracking.js';
import { deliveriesReached } from './exchange-events.js';

/** Deliveries that one transaction carries out: large enough for set-based speed, small enough to be short. */
const batchSize = 500;

interface Dispatch {
  readonly senderId: string;
  readonly documentId: string;
}

/**
 * Carries a dispatch to its recipients in batches. Only what is still queued is touched, under row locks: a second run
 * of the same job finds nothing left, and a run that died in the middle is taken up where its last commit stood.
 */
@Injectable()
export class DeliverDispatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly events: Events,
    private readonly live: LiveChannel,
    private readonly structure: AgencyStructure,
  ) {}

  @OnJob(deliverDispatchJob)
  async execute({ dispatchId }: { dispatchId: string }): Promise<void> {
    const dispatch = await this.find(dispatchId);
    if (dispatch === undefined) {
      return;
    }
    while ((await this.deliverBatch(dispatchId, dispatch)) === batchSize) {
      // Until nothing is queued any more.
    }
  }

  private async find(dispatchId: string): Promise<Dispatch | undefined> {
    const [row] = await this.database.query<Dispatch>(
      'SELECT agency_id AS "senderId", document_id AS "documentId" FROM dispatches WHERE id = $1',
      [dispatchId],
    );
    return row;
  }

  private async deliverBatch(dispatchId: string, dispatch: Dispatch): Promise<number> {
    return this.database.transaction(async () => {
      await this.structure.hold();
      const queued = await this.database.query<{ id: string; channel: string }>(
        `SELECT id, channel FROM deliveries
          WHERE dispatch_id = $1 AND transport_state = 'queued' ORDER BY id LIMIT $2 FOR UPDATE`,
        [dispatchId, batchSize],
      );
      for (const name of new Set(queued.map(({ channel }) => channel))) {
        const ids = queued.filter(({ channel }) => channel === name).map(({ id }) => id);
        await this.channels.set(name).deliver(ids);
        await this.markArrived(ids);
        await this.events.emit(deliveriesReached, { deliveryIds: ids });
      }
      await this.live.publish([dispatch.senderId], 'documents', dispatch.documentId);
      return queued.length;
    });
  }

  private async markArrived(ids: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `UPDATE deliveries SET transport_state = 'done', state = 'arrived', state_at = $2, failure = NULL
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
