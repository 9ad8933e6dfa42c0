import { Injectable } from '@nestjs/common';
import { Database, OnJobFailure } from '#platform';
import { deliverDispatchJob } from './deliver-dispatch.job.js';
import { FailDeliveries } from './delivering/fail-deliveries.js';

/** The job of a dispatch failed as a whole: what it did not deliver needs attention. */
@Injectable()
export class GiveUpDispatch {
  constructor(
    private readonly database: Database,
    private readonly failures: FailDeliveries,
  ) {}

  @OnJobFailure(deliverDispatchJob)
  async execute({ dispatchId }: { dispatchId: string }, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const left = await this.database.query<{ id: string }>(
        `SELECT id FROM deliveries WHERE dispatch_id = $1 AND channel = 'local' AND transport_state = 'queued'
          ORDER BY id FOR UPDATE`,
        [dispatchId],
      );
      await this.failures.execute(
        left.map(({ id }) => id),
        { cause: 'internal', detail: reason },
      );
    });
  }
}
