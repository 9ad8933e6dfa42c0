import { Injectable } from '@nestjs/common';
import { Audit, type AuditRecord } from '#audit';
import type { ArrivalState } from '#contracts';
import type { TakenBack } from '#exchange';
import { Database, LiveChannel } from '#platform';

interface Held {
  readonly id: string;
  readonly deliveryId: string;
  readonly agencyId: string;
  readonly state: ArrivalState;
  readonly isRegistered: boolean;
}

/**
 * The sender takes back what arrived: what nobody registered is sealed at once, for what is in the register somebody has
 * to agree (rules of recall, QCVN 102 kind 1). Of a recall and an acceptance at the same moment the second sees what the
 * first did.
 */
@Injectable()
export class TakeBackArrivals {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** Joins a transaction; holds the arrivals until it ends. */
  async execute(deliveryIds: readonly string[], reason: string): Promise<ReadonlyMap<string, TakenBack>> {
    // Of what a clerk joins to its paper at this moment the second look finds the entry that has it now.
    await this.database.query('SELECT FROM arrivals WHERE delivery_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [
      deliveryIds,
    ]);
    const arrivals = await this.database.query<Held>(
      `SELECT id, delivery_id AS "deliveryId", agency_id AS "agencyId", state,
              arrival_number IS NOT NULL AS "isRegistered"
         FROM arrivals WHERE delivery_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [deliveryIds],
    );
    const outcomes = new Map(arrivals.map((arrival) => [arrival.deliveryId, outcomeFor(arrival)]));
    const sealed = arrivals.filter(({ deliveryId }) => outcomes.get(deliveryId) === 'taken-back');
    const asked = arrivals.filter(({ deliveryId }) => outcomes.get(deliveryId) === 'registered');
    await this.database.query(`UPDATE arrivals SET state = 'recalled' WHERE id = ANY ($1::uuid[])`, [
      sealed.map(({ id }) => id),
    ]);
    await this.audit.record(
      null,
      ...sealed.map((arrival) => ({
        ...told(arrival, 'arrival.recalled', reason),
        before: { state: arrival.state },
        after: { state: 'recalled' },
      })),
      ...asked.map((arrival) => told(arrival, 'arrival.recall-asked', reason)),
    );
    await this.live.publish([...new Set([...sealed, ...asked].map(({ agencyId }) => agencyId))], 'arrivals');
    return outcomes;
  }
}

function outcomeFor({ state, isRegistered }: Held): TakenBack {
  if (isRegistered) {
    return 'registered';
  }
  return state === 'refused' ? 'refused' : 'taken-back';
}

function told({ id, agencyId }: Held, action: AuditRecord['action'], note: string): AuditRecord {
  return { action, objectType: 'arrival', objectId: id, agencyId, note };
}
