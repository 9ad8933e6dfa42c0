import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { trackingCodes } from './delivery-tracking.js';
import { showsOpening } from './opening-sql.js';

/**
 * Keeps when somebody at the recipient first opened what was delivered. That moves no state, and where the agency keeps
 * its openings to itself no sign of one goes out.
 */
@Injectable()
export class RecordOpening {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
  ) {}

  async execute(deliveryId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at) VALUES (uuidv7(), $1, $2, $3, $3)`,
      [deliveryId, trackingCodes.opened, this.clock.now()],
    );
    const [seen] = await this.database.query<{ documentId: string; senderId: string }>(
      `SELECT delivery.document_id AS "documentId", dispatch.agency_id AS "senderId"
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.id = $1 AND ${showsOpening('delivery')}`,
      [deliveryId],
    );
    if (seen !== undefined) {
      await this.live.publish([seen.senderId], 'documents', seen.documentId);
    }
  }
}
