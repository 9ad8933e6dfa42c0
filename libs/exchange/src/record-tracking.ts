import { Injectable } from '@nestjs/common';
import { Clock, newId } from '#kernel';
import { Database, Events, LiveChannel } from '#platform';
import { stateFrom, type TrackingCode, trackingCodes, type TrackingFact } from './delivery-tracking.js';
import { deliveryRefused } from './exchange-events.js';

export interface TrackingRecord {
  readonly deliveryId: string;
  readonly code: TrackingCode;
  /** Who did it at the recipient, in words. */
  readonly actor: string | null;
  readonly note: string | null;
  readonly arrivalNumber: number | null;
}

/** A recipient’s state goes back to the sender: kept as an event, and the delivery shows what all events add up to. */
@Injectable()
export class RecordTracking {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly live: LiveChannel,
  ) {}

  async execute(record: TrackingRecord): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const [delivery] = await this.database.query<{ documentId: string; senderId: string }>(
        `SELECT delivery.document_id AS "documentId", dispatch.agency_id AS "senderId"
           FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
          WHERE delivery.id = $1 FOR UPDATE OF delivery`,
        [record.deliveryId],
      );
      if (delivery === undefined) {
        throw new Error(`there is no delivery ${record.deliveryId}`);
      }
      await this.database.query(
        `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at, actor, note)
         VALUES ($1, $2, $3, $4, $4, $5, $6)`,
        [newId(now.getTime()), record.deliveryId, record.code, now, record.actor, record.note],
      );
      await this.updateState(record);
      if (record.code === trackingCodes.refused) {
        await this.events.emit(deliveryRefused, { deliveryId: record.deliveryId });
      }
      await this.live.publish([delivery.senderId], 'documents', delivery.documentId);
    });
  }

  private async updateState({ deliveryId, arrivalNumber }: TrackingRecord): Promise<void> {
    const facts = await this.database.query<TrackingFact>(
      'SELECT code, occurred_at AS "occurredAt" FROM tracking_events WHERE delivery_id = $1 ORDER BY occurred_at, id',
      [deliveryId],
    );
    const current = stateFrom(facts);
    await this.database.query(
      `UPDATE deliveries SET state = coalesce($2, state), state_at = coalesce($3, state_at),
              arrival_number = coalesce($4, arrival_number) WHERE id = $1`,
      [deliveryId, current?.state ?? null, current?.at ?? null, arrivalNumber],
    );
  }
}
