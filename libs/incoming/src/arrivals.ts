import { Injectable } from '@nestjs/common';
import { type AccessFacts, accessFactsOf, heldPosts, StayReader } from '#access';
import type { Actor, ArrivalAction, ArrivalState } from '#contracts';
import { AgencyStructure } from '#directory';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { type ArrivalMove, arrivalMoves } from './arrival-lifecycle.js';
import { Assignments, leadFactOf } from './handling/assignments.js';
import { mayDo, mayReadArrival } from './arrival-policy.js';

/** The row that every use case looks at before it moves an arrival. */
export interface ArrivalRow {
  readonly id: string;
  readonly agencyId: string;
  readonly state: ArrivalState;
  readonly deliveryId: string | null;
  readonly arrivalNumber: number | null;
  readonly access: AccessFacts;
  readonly leads: boolean | null;
}

/** What a move changed, for the trail. */
export interface StateChange {
  readonly before: { readonly state: ArrivalState };
  readonly after: { readonly state: ArrivalState };
}

/** Reading and moving arrivals under their policy: the common first and last step of the use cases. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly database: Database,
    private readonly live: LiveChannel,
    private readonly structure: AgencyStructure,
    private readonly stayReader: StayReader,
    private readonly assignments: Assignments,
  ) {}

  /** @throws DomainError `not-found`, for what is not there and for what is not the actor’s alike. */
  async read(actor: Actor, id: string): Promise<ArrivalRow> {
    return this.select(actor, id);
  }

  /** Reads an arrival that others are held for first. @throws DomainError `not-found`, `permission.denied`. */
  async readable(actor: Actor, id: string, action: ArrivalAction): Promise<ArrivalRow> {
    const arrival = await this.read(actor, id);
    refuseUnlessMay(actor, arrival, action);
    return arrival;
  }

  /** Reads an arrival and holds its row until the transaction ends. @throws DomainError `agency.reorganised`, `not-found`. */
  async hold(actor: Actor, id: string): Promise<ArrivalRow> {
    await this.structure.hold(actor);
    // Read once it is held: a statement that waits sees other tables as they were before the wait.
    await this.database.query('SELECT FROM arrivals WHERE id = $1 FOR UPDATE', [id]);
    return this.select(actor, id);
  }

  /**
   * Reads an arrival for a move and holds its row until the transaction ends: of two clerks who click at once the
   * second sees what the first has done.
   *
   * @throws DomainError `agency.reorganised`, `not-found`, `permission.denied`.
   */
  async readFor(actor: Actor, id: string, action: ArrivalAction): Promise<ArrivalRow> {
    const arrival = await this.hold(actor, id);
    refuseUnlessMay(actor, arrival, action);
    await this.stayReader.execute(actor, 'arrival', arrival);
    return arrival;
  }

  /**
   * Moves the arrival to the next state by one guarded UPDATE, and ends the work on it with the whole; gives what that
   * changed.
   *
   * @throws DomainError `arrival.already-accepted`, `arrival.already-refused`, `arrival.wrong-state`.
   */
  async move(arrival: ArrivalRow, action: ArrivalMove): Promise<StateChange> {
    const { from, to } = arrivalMoves[action];
    const { affected } = await this.database.execute(
      'UPDATE arrivals SET state = $3 WHERE id = $1 AND state = ANY ($2)',
      [arrival.id, from, to],
    );
    if (affected !== 1) {
      throw this.conflict(arrival);
    }
    if (action === 'complete') {
      await this.assignments.end([arrival.id], 'done');
    }
    await this.live.publish([arrival.agencyId], 'arrivals', arrival.id);
    return { before: { state: arrival.state }, after: { state: to } };
  }

  /**
   * Its sender took it back or replaced it: it leaves the work, whatever it was. The row is held. What was taken back
   * stays so.
   *
   * @throws DomainError `arrival.recalled`.
   */
  async end(
    arrival: Pick<ArrivalRow, 'id' | 'agencyId' | 'state'>,
    state: 'recalled' | 'replaced',
  ): Promise<StateChange> {
    if (arrival.state === 'recalled') {
      throw new DomainError('arrival.recalled');
    }
    await this.database.query('UPDATE arrivals SET state = $2 WHERE id = $1', [arrival.id, state]);
    await this.assignments.end([arrival.id]);
    await this.live.publish([arrival.agencyId], 'arrivals', arrival.id);
    return { before: { state: arrival.state }, after: { state } };
  }

  /** What to say when somebody else moved it first. */
  conflict(arrival: ArrivalRow): DomainError {
    switch (arrival.state) {
      case 'accepted':
      case 'submitted':
      case 'assigned':
      case 'in-process':
        return new DomainError('arrival.already-accepted', { arrivalNumber: arrival.arrivalNumber ?? '' });
      case 'refused':
        return new DomainError('arrival.already-refused');
      case 'recalled':
        return new DomainError('arrival.recalled');
      case 'replaced':
        return new DomainError('arrival.replaced');
      case 'arrived':
      case 'completed':
      case 'joined':
        return new DomainError('arrival.wrong-state');
    }
  }

  private async select(actor: Actor, id: string): Promise<ArrivalRow> {
    const [arrival] = await this.database.query<ArrivalRow>(
      `SELECT id, agency_id AS "agencyId", state, delivery_id AS "deliveryId", arrival_number AS "arrivalNumber",
              ${accessFactsOf('arrival', 'arrivals')}, ${leadFactOf('arrivals', '$2::uuid[]')}
         FROM arrivals WHERE id = $1`,
      [id, heldPosts(actor)],
    );
    if (arrival === undefined || !mayReadArrival(actor, arrival)) {
      throw new DomainError('not-found');
    }
    return arrival;
  }
}

function refuseUnlessMay(actor: Actor, arrival: ArrivalRow, action: ArrivalAction): void {
  if (!mayDo(actor, arrival, action)) {
    throw new DomainError('permission.denied');
  }
}
