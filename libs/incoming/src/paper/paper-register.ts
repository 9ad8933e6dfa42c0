import { Injectable } from '@nestjs/common';
import { Clock, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { ArrivalNumbers } from '../arrival-numbers.js';
import { SameArrivalsQuery } from '../same-arrivals.query.js';
import { PaperIssuers } from './paper-issuers.js';
import { digestOf, type PaperFacts, PaperFactsReader, searchTextOf } from './paper-facts.js';

interface Entry {
  readonly id: string;
  readonly arrivalNumber: number;
}

/** Lines of the incoming register that come from paper: one sequence for paper and electronic (Decree 30/2020, Art. 22). */
@Injectable()
export class PaperRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly facts: PaperFactsReader,
    private readonly issuers: PaperIssuers,
    private readonly same: SameArrivalsQuery,
    private readonly numbers: ArrivalNumbers,
  ) {}

  /** In the transaction of the registration. @throws DomainError `arrival.same-document`, `register.closed`. */
  async enter(agencyId: string, facts: PaperFacts, evenIfSame: boolean): Promise<Entry> {
    // The sequence is held from here: whoever registers the same document at this moment is seen.
    const { year, arrivalNumber } = await this.numbers.next(agencyId);
    if (!evenIfSame && (await this.isThere(agencyId, facts))) {
      throw new DomainError('arrival.same-document', { symbol: facts.symbol });
    }
    const id = newId();
    await this.insert({ id, arrivalNumber }, agencyId, year, facts);
    await this.issuers.remember(agencyId, facts);
    await this.numbers.tellOnPaper(id);
    return { id, arrivalNumber };
  }

  private async isThere(agencyId: string, facts: PaperFacts): Promise<boolean> {
    const same = await this.same.ofPaper(agencyId, facts);
    return same.some(({ issuedOn }) => issuedOn === facts.issuedOn);
  }

  private async insert({ id, arrivalNumber }: Entry, agencyId: string, year: number, facts: PaperFacts): Promise<void> {
    await this.database.query(
      `INSERT INTO arrivals (id, agency_id, sender_id, sender_code, sender_name, state, type_name, symbol, subject, urgency,
                             issued_on, due_date, signer_name, signer_position, digest, source, page_count, paper_too,
                             arrived_at, opened_at, arrival_year, arrival_number, search_text)
       VALUES ($1, $2, $3, $4, $5, 'accepted', $6, $7, $8, $9, $10, $11, $12, '', $13, 'paper', $14, false,
               $15, $16, $17, $18, $19)`,
      [
        id,
        agencyId,
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
        digestOf(facts),
        facts.pageCount,
        this.facts.momentOf(facts.arrivedOn),
        this.clock.now(),
        year,
        arrivalNumber,
        searchTextOf(facts),
      ],
    );
  }
}
