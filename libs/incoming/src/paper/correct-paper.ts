import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, CorrectPaper as Entered } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { allowsMove } from '../arrival-lifecycle.js';
import { Arrivals } from '../arrivals.js';
import { PaperIssuers } from './paper-issuers.js';
import { TellPaper } from './tell-paper.js';
import { digestOf, type PaperFacts, PaperFactsReader, searchTextOf } from './paper-facts.js';

type Written = Omit<PaperFacts, 'arrivedOn'>;

/** The clerk corrects what was entered from paper; the number stays, and the trail keeps what it said before. */
@Injectable()
export class CorrectPaper {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly facts: PaperFactsReader,
    private readonly issuers: PaperIssuers,
    private readonly tellPaper: TellPaper,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `arrival.wrong-state`, and what PaperFactsReader refuses. */
  async execute(actor: Actor, arrivalId: string, entered: Entered): Promise<void> {
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'correct');
      const [before] = await this.database.query<Written>(
        `SELECT sender_id AS "senderId", sender_code AS "senderCode", sender_name AS "senderName",
                type_name AS "typeName", symbol, subject, urgency, issued_on AS "issuedOn", due_date AS "dueDate",
                signer_name AS "signerName", page_count AS "pageCount"
           FROM arrivals WHERE id = $1 AND source = 'paper'`,
        [arrivalId],
      );
      if (before === undefined || !allowsMove(arrival.state, 'correct')) {
        throw new DomainError('arrival.wrong-state');
      }
      const facts = await this.facts.of(actor, entered);
      await this.write(arrivalId, facts);
      await this.issuers.remember(arrival.agencyId, facts);
      await this.tellPaper.execute({ agencyId: arrival.agencyId, arrivalId, former: before });
      await this.audit.record(actor, {
        action: 'arrival.registration-corrected',
        objectType: 'arrival',
        objectId: arrivalId,
        before: { ...before },
        after: { ...facts },
      });
    });
  }

  /** A day of arrival that stays keeps its moment. */
  private async write(arrivalId: string, facts: PaperFacts): Promise<void> {
    await this.database.query(
      `UPDATE arrivals
          SET sender_id = $2, sender_code = $3, sender_name = $4, type_name = $5, symbol = $6, subject = $7,
              urgency = $8, issued_on = $9, due_date = $10, signer_name = $11, page_count = $12, digest = $13,
              search_text = $14,
              arrived_at = CASE WHEN (arrived_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = $15::date
                                THEN arrived_at ELSE $16 END
        WHERE id = $1`,
      [
        arrivalId,
        facts.senderId,
        facts.senderCode,
        facts.senderName,
        facts.typeName,
        facts.symbol,
        facts.subject,
        facts.urgency,
        facts.issuedOn,
        facts.dueDate,
        facts.signerName,
        facts.pageCount,
        digestOf(facts),
        searchTextOf(facts),
        facts.arrivedOn,
        this.facts.momentOf(facts.arrivedOn),
      ],
    );
  }
}
