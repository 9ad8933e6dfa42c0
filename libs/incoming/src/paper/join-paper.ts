import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, ArrivalState } from '#contracts';
import { RecordTracking, trackingCodes } from '#exchange';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { FormerPaper } from '../arrival-events.js';
import { allowsMove, arrivalMoves } from '../arrival-lifecycle.js';
import { type ArrivalRow, Arrivals } from '../arrivals.js';
import { SameArrivalsQuery } from '../same-arrivals.query.js';
import { TellPaper } from './tell-paper.js';

/** What the sender sees of an entry that is in work already. */
const toldOf: Partial<Record<ArrivalState, readonly string[]>> = {
  assigned: [trackingCodes.accepted, trackingCodes.assigned],
  'in-process': [trackingCodes.accepted, trackingCodes.assigned, trackingCodes.inProcess],
};

/**
 * An electronic document whose paper was registered before it came: the entry of the paper takes it over, with its
 * fields, its files before the scans, and its way back to the sender. One entry, one number, with paper in parallel.
 */
@Injectable()
export class JoinPaper {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly same: SameArrivalsQuery,
    private readonly tracking: RecordTracking,
    private readonly tellPaper: TellPaper,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `arrival.already-accepted` and others of a move,
   * `arrival.not-its-paper`.
   */
  async execute(actor: Actor, arrivalId: string, paperId: string): Promise<void> {
    await this.database.transaction(async () => {
      const { arrival, paper } = await this.hold(actor, arrivalId, paperId);
      const { deliveryId, arrivalNumber } = { ...arrival, arrivalNumber: paper.arrivalNumber };
      await this.leave(arrival, paperId);
      const former = await this.takeOver(arrivalId, paperId, deliveryId);
      if (deliveryId !== null) {
        for (const code of toldOf[paper.state] ?? [trackingCodes.accepted]) {
          await this.tracking.execute({ deliveryId, code, actor: actor.fullName, note: null, arrivalNumber });
        }
      }
      await this.tellPaper.execute({ agencyId: arrival.agencyId, arrivalId: paperId, former, joinedId: arrivalId });
      await this.record(actor, arrival, paper);
    });
  }

  /** Both rows in the order of their ids, so that two joins never wait for each other. */
  private async hold(
    actor: Actor,
    arrivalId: string,
    paperId: string,
  ): Promise<{ readonly arrival: ArrivalRow; readonly paper: ArrivalRow }> {
    const rows = new Map<string, ArrivalRow>();
    for (const id of [arrivalId, paperId].toSorted()) {
      rows.set(id, await this.arrivals.readFor(actor, id, id === arrivalId ? 'accept' : 'correct'));
    }
    const [arrival, paper] = [rows.get(arrivalId), rows.get(paperId)];
    const isItsPaper =
      paper !== undefined &&
      allowsMove(paper.state, 'correct') &&
      (await this.same.of(arrivalId)).some(({ id, source }) => id === paperId && source === 'paper');
    if (arrival === undefined || (allowsMove(arrival.state, 'accept') && !isItsPaper) || paper === undefined) {
      throw new DomainError('arrival.not-its-paper');
    }
    return { arrival, paper };
  }

  /** It waits no longer; its own row stays, and says where it went. */
  private async leave(arrival: ArrivalRow, paperId: string): Promise<void> {
    const { affected } = await this.database.execute(
      `UPDATE arrivals SET state = 'joined', delivery_id = NULL, joined_to_id = $3 WHERE id = $1 AND state = ANY ($2)`,
      [arrival.id, arrivalMoves.accept.from, paperId],
    );
    if (affected !== 1) {
      throw this.arrivals.conflict(arrival);
    }
  }

  /** Gives by what the paper was known until now. */
  private async takeOver(arrivalId: string, paperId: string, deliveryId: string | null): Promise<FormerPaper | null> {
    await this.database.query(
      `UPDATE arrival_attachments SET position = position + moved.by
         FROM (SELECT count(*) FILTER (WHERE arrival_id = $1)
                      + max(position) FILTER (WHERE arrival_id = $2) AS by
                 FROM arrival_attachments WHERE arrival_id IN ($1, $2)) AS moved
        WHERE arrival_id = $2`,
      [arrivalId, paperId],
    );
    await this.database.query(
      `INSERT INTO arrival_attachments (id, arrival_id, position, file_name, media_type, size, digest)
       SELECT uuidv7(), $2, position, file_name, media_type, size, digest
         FROM arrival_attachments WHERE arrival_id = $1`,
      [arrivalId, paperId],
    );
    const [former] = await this.database.query<FormerPaper>(
      `UPDATE arrivals AS paper
          SET delivery_id = $3, source = 'electronic', paper_too = true,
              paper_arrived_on = (paper.arrived_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
              sender_id = sent.sender_id, sender_code = sent.sender_code, sender_name = sent.sender_name,
              type_name = sent.type_name, symbol = sent.symbol, subject = sent.subject, urgency = sent.urgency,
              issued_on = sent.issued_on, due_date = coalesce(sent.due_date, paper.due_date),
              signer_name = sent.signer_name, signer_position = sent.signer_position, digest = sent.digest,
              addressee_code = sent.addressee_code, addressee_name = sent.addressee_name,
              search_text = sent.search_text
         FROM arrivals AS sent WHERE paper.id = $2 AND sent.id = $1
       RETURNING old.sender_id AS "senderId", old.symbol, old.issued_on AS "issuedOn"`,
      [arrivalId, paperId, deliveryId],
    );
    return former ?? null;
  }

  private async record(actor: Actor, arrival: ArrivalRow, paper: ArrivalRow): Promise<void> {
    const note = String(paper.arrivalNumber);
    const action = 'arrival.joined';
    await this.audit.record(
      actor,
      {
        action,
        objectType: 'arrival',
        objectId: arrival.id,
        note,
        before: { state: arrival.state },
        after: { state: 'joined', joinedTo: paper.id },
      },
      { action, objectType: 'arrival', objectId: paper.id, note, after: { joined: arrival.id } },
    );
  }
}
