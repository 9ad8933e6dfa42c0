import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type ArrivalState, arrivalStatesInWork } from '#contracts';
import { deliveriesReached, type OpenRequest, SettleRequests } from '#exchange';
import { Database, OnEvent } from '#platform';
import { Arrivals } from './arrivals.js';

interface Related extends OpenRequest {
  readonly kind: 'update' | 'replace';
  readonly arrivalId: string;
  readonly agencyId: string;
  readonly state: ArrivalState;
  readonly isRegistered: boolean;
  /** Of what updates or replaces it. */
  readonly bySymbol: string;
  readonly byState: ArrivalState;
}

/**
 * What arrived updates or replaces what arrived before, or the other way round where the earlier one was late. As long as
 * the earlier one is not registered that holds at once: a replacement takes its place, an update goes with it. Once it is
 * registered, the clerk has to agree.
 */
@Injectable()
export class RelateArrivals {
  constructor(
    private readonly database: Database,
    private readonly settle: SettleRequests,
    private readonly arrivals: Arrivals,
    private readonly audit: Audit,
  ) {}

  /** In the transaction in which these deliveries arrive. */
  @OnEvent(deliveriesReached)
  async onReached({ deliveryIds }: { readonly deliveryIds: readonly string[] }): Promise<void> {
    for (const related of await this.hold(deliveryIds)) {
      await this.apply(related);
    }
  }

  /** The requests are held first: of two that arrive at once the second sees the other’s arrival. */
  private async hold(deliveryIds: readonly string[]): Promise<Related[]> {
    const requests = await this.database.query<{ id: string }>(
      `SELECT id FROM sender_requests
        WHERE state = 'sent' AND (delivery_id = ANY ($1::uuid[]) OR by_delivery_id = ANY ($1::uuid[]))
        ORDER BY id FOR UPDATE`,
      [deliveryIds],
    );
    if (requests.length === 0) {
      return [];
    }
    // Of what a clerk joins to its paper at this moment the second look finds the entry that has it now.
    await this.database.query(
      `SELECT FROM arrivals
        WHERE delivery_id IN (SELECT delivery_id FROM sender_requests WHERE id = ANY ($1::uuid[])) ORDER BY id FOR UPDATE`,
      [requests.map(({ id }) => id)],
    );
    return this.database.query<Related>(
      `SELECT request.id, request.delivery_id AS "deliveryId", request.kind, earlier.id AS "arrivalId",
              earlier.agency_id AS "agencyId", earlier.state, earlier.arrival_number IS NOT NULL AS "isRegistered",
              later.symbol AS "bySymbol", later.state AS "byState"
         FROM sender_requests AS request
         JOIN arrivals AS earlier ON earlier.delivery_id = request.delivery_id
         JOIN arrivals AS later ON later.delivery_id = request.by_delivery_id
        WHERE request.id = ANY ($1::uuid[]) ORDER BY earlier.id FOR UPDATE OF earlier`,
      [requests.map(({ id }) => id)],
    );
  }

  private async apply(related: Related): Promise<void> {
    const { arrivalId, agencyId, kind, state, isRegistered, byState } = related;
    // What was sent back or taken back takes nobody’s place.
    const isGone = byState === 'refused' || byState === 'recalled';
    if (isGone || !isHere(state)) {
      await this.settle.withdraw(related);
      return;
    }
    if (isRegistered) {
      await this.settle.ask(related);
      await this.record(related, kind === 'replace' ? 'arrival.replace-asked' : 'arrival.update-asked', {});
      return;
    }
    await this.settle.takeEffect(related);
    if (kind === 'replace') {
      const change = await this.arrivals.end({ id: arrivalId, agencyId, state }, 'replaced');
      await this.record(related, 'arrival.replaced', change);
    } else {
      await this.record(related, 'arrival.updated', {});
    }
  }

  private async record(
    { arrivalId, agencyId, bySymbol }: Related,
    action: 'arrival.replace-asked' | 'arrival.update-asked' | 'arrival.replaced' | 'arrival.updated',
    change: object,
  ): Promise<void> {
    const about = { objectType: 'arrival', objectId: arrivalId, agencyId, note: bySymbol } as const;
    await this.audit.record(null, { action, ...about, ...change });
  }
}

/** Neither sent back nor taken back nor replaced. */
function isHere(state: ArrivalState): boolean {
  const here: readonly ArrivalState[] = ['arrived', ...arrivalStatesInWork, 'completed'];
  return here.includes(state);
}
