import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '#contracts';
import { Clock } from '#kernel';
import { Database, Events, LiveChannel } from '#platform';
import { reachedCodes, stateFrom, trackingCodes, type TrackingFact } from './delivery-tracking.js';
import { deliveriesReached, deliveryRefused, deliveryStateChanged } from './exchange-events.js';

export interface TrackingRecord {
  readonly deliveryId: string;
  /** One of QCVN 102; a code that is not known here is kept as it is. */
  readonly code: string;
  /** Who did it at the recipient, in words. */
  readonly actor: string | null;
  /** The same, of the people on this system. */
  readonly personId?: string;
  readonly note: string | null;
  readonly arrivalNumber: number | null;
  /** Of an event that another system reports: its id there, and its own time. */
  readonly reported?: { readonly eventId: string; readonly occurredAt: Date };
}

interface Tracked {
  readonly documentId: string;
  readonly senderId: string;
  readonly state: DeliveryState;
  readonly isReached: boolean;
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
      const { deliveryId, code, personId } = record;
      const delivery = await this.hold(deliveryId);
      await this.insert(record);
      const state = await this.updateState(record);
      if (reachedCodes.has(code) && !delivery.isReached) {
        await this.events.emit(deliveriesReached, { deliveryIds: [deliveryId] });
      } else if (state !== delivery.state) {
        await this.events.emit(deliveryStateChanged, { deliveryId });
      }
      if (code === trackingCodes.refused) {
        await this.events.emit(deliveryRefused, personId === undefined ? { deliveryId } : { deliveryId, personId });
      }
      await this.live.publish([delivery.senderId], 'documents', delivery.documentId);
    });
  }

  private async hold(deliveryId: string): Promise<Tracked> {
    const [delivery] = await this.database.query<Tracked>(
      `SELECT delivery.document_id AS "documentId", dispatch.agency_id AS "senderId", delivery.state,
              delivery.state NOT IN ('queued', 'sent', 'needs-attention', 'given-up') AS "isReached"
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.id = $1 FOR UPDATE OF delivery`,
      [deliveryId],
    );
    if (delivery === undefined) {
      throw new Error(`there is no delivery ${deliveryId}`);
    }
    return delivery;
  }

  private async insert({ deliveryId, code, actor, note, arrivalNumber, reported }: TrackingRecord): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at, actor, note, arrival_number, event_id)
       VALUES (uuidv7(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [deliveryId, code, reported?.occurredAt ?? now, now, actor, note, arrivalNumber, reported?.eventId ?? null],
    );
  }

  /**
   * Whoever says what became of a document has it: whatever the transport knew until now, it is done. The number is of
   * the newest event that gives one, by its own time. Of what another system reports only codes of QCVN 102 say a state.
   * Gives the state that it is in then.
   */
  private async updateState({ deliveryId, code }: TrackingRecord): Promise<DeliveryState | undefined> {
    const facts = await this.database.query<TrackingFact>(
      `SELECT code, occurred_at AS "occurredAt" FROM tracking_events
        WHERE delivery_id = $1 AND (event_id IS NULL OR code ~ '^[0-9]{2}$')`,
      [deliveryId],
    );
    const current = stateFrom(facts);
    const [updated] = await this.database.query<{ state: DeliveryState }>(
      `UPDATE deliveries SET state = coalesce($2, state), state_at = coalesce($3, state_at),
              arrival_number = coalesce(
                (SELECT event.arrival_number FROM tracking_events AS event
                  WHERE event.delivery_id = $1 AND event.arrival_number IS NOT NULL
                  ORDER BY event.occurred_at DESC, event.arrival_number DESC LIMIT 1), arrival_number),
              transport_state = CASE WHEN $4 THEN 'done' ELSE transport_state END,
              cause = CASE WHEN $4 THEN NULL ELSE cause END, failure = CASE WHEN $4 THEN NULL ELSE failure END,
              next_try_at = CASE WHEN $4 THEN NULL ELSE next_try_at END
        WHERE id = $1 RETURNING state`,
      [deliveryId, current?.state ?? null, current?.at ?? null, reachedCodes.has(code)],
    );
    return updated?.state;
  }
}
