import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { allowsMove } from '../arrival-lifecycle.js';
import { Arrivals } from '../arrivals.js';
import { PaperFactsReader } from './paper-facts.js';
import { TellPaper } from './tell-paper.js';

/** The paper of a document that is here electronically has come: one entry, with paper in parallel. */
@Injectable()
export class NotePaper {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly facts: PaperFactsReader,
    private readonly tellPaper: TellPaper,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `arrival.wrong-state`, `arrival.paper-noted`, `arrival.days-crossed`. */
  async execute(actor: Actor, arrivalId: string, arrivedOn: string | undefined): Promise<void> {
    const day = this.facts.dayOfArrival(arrivedOn);
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'note-paper');
      if (!allowsMove(arrival.state, 'note-paper')) {
        throw new DomainError('arrival.wrong-state');
      }
      const { affected } = await this.database.execute(
        `UPDATE arrivals SET paper_too = true, paper_arrived_on = $2
          WHERE id = $1 AND source = 'electronic' AND paper_arrived_on IS NULL`,
        [arrivalId, day],
      );
      if (affected !== 1) {
        throw new DomainError('arrival.paper-noted');
      }
      await this.tellPaper.execute({ agencyId: arrival.agencyId, arrivalId, former: null });
      await this.audit.record(actor, {
        action: 'arrival.paper-noted',
        objectType: 'arrival',
        objectId: arrivalId,
        after: { paperArrivedOn: day },
      });
    });
  }
}
