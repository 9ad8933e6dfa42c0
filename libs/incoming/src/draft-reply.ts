import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DraftRelatedDocument } from '#documents';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { allowsMove } from './arrival-lifecycle.js';
import { Arrivals } from './arrivals.js';
import { StartWork } from './handling/start-work.js';

interface Answered {
  readonly senderId: string | null;
  readonly typeName: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly issuerName: string;
}

/** Replies are official letters unless their drafter chooses otherwise. */
const officialLetter = 'cong-van';

/**
 * Somebody of the agency answers an arrival that is in work: a draft for its sender, linked with it. What is not
 * registered at the clerk’s is not handled (Decree 30/2020, Art. 22).
 */
@Injectable()
export class DraftReply {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly startWork: StartWork,
    private readonly draftRelated: DraftRelatedDocument,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** Gives the id of the draft. @throws DomainError `not-found`, `permission.denied`, `arrival.not-registered`, `document.unknown-signer`. */
  async execute(actor: Actor, arrivalId: string): Promise<string> {
    return this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'reply');
      if (!allowsMove(arrival.state, 'reply')) {
        throw new DomainError('arrival.not-registered');
      }
      await this.startWork.ofActor(actor, arrival);
      const { senderId, ...named } = await this.answered(arrivalId);
      const id = await this.draftRelated.execute(actor, {
        kind: 'replies-to',
        target: { target: { type: 'arrival', id: arrivalId }, ...named },
        typeCode: officialLetter,
        recipients: senderId === null ? [] : [{ agencyId: senderId, channel: 'electronic', paperReason: null }],
      });
      await this.audit.record(actor, {
        action: 'arrival.reply-drafted',
        objectType: 'arrival',
        objectId: arrivalId,
        after: { documentId: id },
      });
      await this.live.publish([arrival.agencyId], 'arrivals', arrivalId);
      return id;
    });
  }

  private async answered(arrivalId: string): Promise<Answered> {
    const [row] = await this.database.query<Answered>(
      `SELECT sender_id AS "senderId", type_name AS "typeName", symbol, issued_on AS "issuedOn",
              sender_name AS "issuerName" FROM arrivals WHERE id = $1`,
      [arrivalId],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row;
  }
}
