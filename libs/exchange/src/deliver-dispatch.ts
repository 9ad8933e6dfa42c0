import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, isPassingFault, OnJob } from '#platform';
import { deliverDispatchJob } from './deliver-dispatch.job.js';
import { DeliverSet, type LocalDispatch } from './delivering/deliver-set.js';
import { isPaused } from './delivering/delivery-pauses.js';
import { SetBack } from './delivering/set-back.js';

/** Deliveries that one transaction carries out: large enough for set-based speed, small enough to be short. */
const batchSize = 500;

/**
 * Carries a dispatch to its recipients inside this system, in batches. Only what is still queued is touched, under row
 * locks: a second run of the same job finds nothing left, and a run that died in the middle is taken up where its last
 * commit stood. A batch that fails is halved until the one that can’t be delivered stands alone: it delays nobody else.
 */
@Injectable()
export class DeliverDispatch {
  private readonly logger = new Logger(DeliverDispatch.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly carrier: DeliverSet,
    private readonly setBack: SetBack,
  ) {}

  /** @throws what passes by itself, such as a lost connection: the whole job is then tried again. */
  @OnJob(deliverDispatchJob)
  async execute({ dispatchId }: { dispatchId: string }): Promise<void> {
    const dispatch = await this.find(dispatchId);
    if (dispatch === undefined) {
      return;
    }
    let after: string | null = null;
    for (;;) {
      const batch = await this.due(dispatch, after);
      await this.deliver(dispatch, batch);
      if (batch.length < batchSize) {
        return;
      }
      after = batch.at(-1) ?? null;
    }
  }

  private async find(dispatchId: string): Promise<LocalDispatch | undefined> {
    const [row] = await this.database.query<LocalDispatch>(
      'SELECT id, agency_id AS "senderId", document_id AS "documentId" FROM dispatches WHERE id = $1',
      [dispatchId],
    );
    return row;
  }

  private async due({ id }: LocalDispatch, after: string | null): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT delivery.id FROM deliveries AS delivery
        WHERE delivery.dispatch_id = $1 AND delivery.channel = 'local' AND delivery.transport_state = 'queued'
          AND (delivery.next_try_at IS NULL OR delivery.next_try_at <= $2)
          AND ($3::uuid IS NULL OR delivery.id > $3::uuid) AND NOT ${isPaused('delivery')}
        ORDER BY delivery.id LIMIT $4`,
      [id, this.clock.now(), after, batchSize],
    );
    return rows.map((row) => row.id);
  }

  private async deliver(dispatch: LocalDispatch, ids: readonly string[]): Promise<void> {
    const [first] = ids;
    if (first === undefined) {
      return;
    }
    try {
      await this.carrier.execute(dispatch, ids);
    } catch (error) {
      if (isPassingFault(error)) {
        throw error;
      }
      if (ids.length === 1) {
        this.logger.warn(`delivery ${first} is set back: ${String(error)}`);
        await this.setBack.execute(first, error);
        return;
      }
      const middle = Math.ceil(ids.length / 2);
      await this.deliver(dispatch, ids.slice(0, middle));
      await this.deliver(dispatch, ids.slice(middle));
    }
  }
}
