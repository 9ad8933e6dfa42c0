import { Injectable } from '@nestjs/common';
import type { Actor, ArrivalAction, ArrivalState } from '#contracts';
import { AgencyStructure } from '#directory';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { arrivalMoves } from './arrival-lifecycle.js';
import { mayDo, mayReadArrival } from './arrival-policy.js';

/** The row that every use case looks at before it moves an arrival. */
export interface ArrivalRow {
  readonly id: string;
  readonly agencyId: string;
  readonly state: ArrivalState;
  readonly deliveryId: string | null;
  readonly arrivalNumber: number | null;
}

/** Reading and moving arrivals under their policy: the common first and last step of the use cases. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly database: Database,
    private readonly live: LiveChannel,
    private readonly structure: AgencyStructure,
  ) {}

  /**
   * Reads an arrival for a move and holds its row until the transaction ends: of two clerks who click at once the
   * second sees what the first has done.
   *
   * @throws DomainError `agency.reorganised`, `not-found`, `permission.denied`.
   */
  async readFor(actor: Actor, id: string, action: ArrivalAction): Promise<ArrivalRow> {
    await this.structure.hold(actor);
    const [arrival] = await this.database.query<ArrivalRow>(
      `SELECT id, agency_id AS "agencyId", state, delivery_id AS "deliveryId", arrival_number AS "arrivalNumber"
         FROM arrivals WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (arrival === undefined || !mayReadArrival(actor, arrival)) {
      throw new DomainError('not-found');
    }
    if (!mayDo(actor, arrival, action)) {
      throw new DomainError('permission.denied');
    }
    return arrival;
  }

  /**
   * Moves the arrival to the next state by one guarded UPDATE.
   *
   * @throws DomainError `arrival.already-accepted`, `arrival.already-refused`, `arrival.wrong-state`.
   */
  async move(arrival: ArrivalRow, action: ArrivalAction): Promise<void> {
    const { from, to } = arrivalMoves[action];
    const { affected } = await this.database.execute(
      'UPDATE arrivals SET state = $3 WHERE id = $1 AND state = ANY ($2)',
      [arrival.id, from, to],
    );
    if (affected !== 1) {
      throw conflict(arrival);
    }
    await this.live.publish([arrival.agencyId], 'arrivals', arrival.id);
  }
}

function conflict(arrival: ArrivalRow): DomainError {
  switch (arrival.state) {
    case 'accepted':
      return new DomainError('arrival.already-accepted', { arrivalNumber: arrival.arrivalNumber ?? '' });
    case 'refused':
      return new DomainError('arrival.already-refused');
    case 'arrived':
    case 'completed':
      return new DomainError('arrival.wrong-state');
  }
}
