import { Injectable } from '@nestjs/common';
import { Database, OnJob, PermanentFailure } from '#platform';
import { Channels, type RecallNotice } from '../channel.js';
import { SettleRequests } from './settle-requests.js';
import { tellRecallJobs } from './tell-recall.job.js';

interface Told extends RecallNotice {
  /** Somebody there was told to have it. */
  readonly wasThere: boolean;
}

/** Tells a recipient elsewhere that the sender wants a delivery back. */
@Injectable()
export class TellRecall {
  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly settle: SettleRequests,
  ) {}

  @OnJob(tellRecallJobs.webhook)
  async byWebhook({ requestId }: { requestId: string }): Promise<void> {
    await this.execute(requestId, 'webhook');
  }

  @OnJob(tellRecallJobs.email)
  async byEmail({ requestId }: { requestId: string }): Promise<void> {
    await this.execute(requestId, 'email');
  }

  /** @throws PermanentFailure when no further try can mend it, and what passes by itself. */
  private async execute(requestId: string, channel: string): Promise<void> {
    const { wasThere, ...notice } = await this.find(requestId);
    const outcome = await this.channels.remote(channel).recall(notice);
    switch (outcome.kind) {
      case 'taken-back':
        await this.takeEffect(requestId);
        return;
      case 'not-known':
        // Who never had it has nothing to give back. Of who had it this may be the answer of something in between.
        if (wasThere) {
          throw new Error(outcome.detail);
        }
        await this.takeEffect(requestId);
        return;
      case 'asked':
        return;
      case 'permanent':
        throw new PermanentFailure(outcome.detail);
      case 'retryable':
      case 'unknown':
        throw new Error(outcome.detail);
    }
  }

  private async takeEffect(requestId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(
        `SELECT 1 FROM deliveries WHERE id = (SELECT delivery_id FROM sender_requests WHERE id = $1) FOR UPDATE`,
        [requestId],
      );
      const [request] = await this.database.query<{ id: string; deliveryId: string; kind: 'recall' }>(
        `SELECT id, delivery_id AS "deliveryId", kind FROM sender_requests
          WHERE id = $1 AND state = 'asked' FOR UPDATE`,
        [requestId],
      );
      if (request !== undefined) {
        await this.settle.takeEffect(request);
      }
    });
  }

  private async find(requestId: string): Promise<Told> {
    const [told] = await this.database.query<Told>(
      `SELECT request.id AS "requestId", request.delivery_id AS "deliveryId", request.reason,
              request.asked_at AS "askedAt", request.digest, lead_successor(delivery.recipient_id) AS "agencyId",
              delivery.state NOT IN ('queued', 'sent', 'needs-attention') AS "wasThere"
         FROM sender_requests AS request JOIN deliveries AS delivery ON delivery.id = request.delivery_id
        WHERE request.id = $1`,
      [requestId],
    );
    if (told === undefined) {
      throw new PermanentFailure(`there is no request ${requestId}`);
    }
    return told;
  }
}
