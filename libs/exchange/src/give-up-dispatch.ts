import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Clock } from '#kernel';
import { Database, LiveChannel, OnJobFailure } from '#platform';
import { deliverDispatchJob } from './deliver-dispatch.job.js';

/** The sender sees which recipients were not reached; the deliveries keep the reason and everything for another try. */
@Injectable()
export class GiveUpDispatch {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  @OnJobFailure(deliverDispatchJob)
  async execute({ dispatchId }: { dispatchId: string }, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(
        `UPDATE deliveries SET state = 'needs-attention', state_at = $2, failure = $3
          WHERE dispatch_id = $1 AND transport_state = 'queued'`,
        [dispatchId, this.clock.now(), reason],
      );
      const [dispatch] = await this.database.query<{ senderId: string; documentId: string }>(
        'SELECT agency_id AS "senderId", document_id AS "documentId" FROM dispatches WHERE id = $1',
        [dispatchId],
      );
      if (dispatch === undefined) {
        return;
      }
      await this.audit.record(null, {
        action: 'document.delivery-failed',
        objectType: 'document',
        objectId: dispatch.documentId,
        agencyId: dispatch.senderId,
        data: { dispatchId, reason },
        after: { dispatchId, state: 'needs-attention', failure: reason },
      });
      await this.live.publish([dispatch.senderId], 'documents', dispatch.documentId);
    });
  }
}
