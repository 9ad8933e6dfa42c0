import { Injectable } from '@nestjs/common';
import type { NumberState } from '#contracts';
import { Clock, DomainError, yearOf } from '#kernel';
import { Database } from '#platform';
import { AllocateNumber } from './allocate-number.js';
import { numberInWords, seriesOf } from './number-series.js';
import { Numbering } from './numbering.js';
import { refuseClosedYear } from './numbering-policy.js';

/** A number that nobody else gets until the transaction ends. */
export interface HeldNumber {
  readonly number: number;
  readonly series: string;
  readonly year: number;
  /** The line of the register, when it was reserved before. */
  readonly entryId: string | null;
}

export interface HeldEntry {
  readonly id: string;
  readonly agencyId: string;
  readonly year: number;
  readonly number: number;
  readonly series: string;
  readonly state: NumberState;
  readonly symbol: string | null;
  readonly documentId: string | null;
}

/** Takes numbers of the outgoing register: the next one of its sequence, or one that was reserved. */
@Injectable()
export class OutgoingNumbers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly allocateNumber: AllocateNumber,
  ) {}

  /** The next number of this year. @throws DomainError `register.closed`. */
  async next(agencyId: string, typeAbbreviation: string | null): Promise<HeldNumber> {
    await this.numbering.hold(agencyId);
    const year = yearOf(this.clock.now());
    const series = seriesOf(await this.numbering.modeIn(agencyId, year), typeAbbreviation);
    const number = await this.allocateNumber.next(agencyId, 'outgoing', year, series);
    return { number, series, year, entryId: null };
  }

  /**
   * A number that was reserved for such a document.
   *
   * @throws DomainError `not-found`, `register.year-closed`, `register.not-reserved`, `register.other-series`.
   */
  async reserved(agencyId: string, entryId: string, typeAbbreviation: string | null): Promise<HeldNumber> {
    const entry = await this.holdEntry(entryId);
    if (entry.agencyId !== agencyId) {
      throw new DomainError('not-found');
    }
    const params = { number: numberInWords(entry.number, entry.series) };
    if (entry.state !== 'reserved') {
      throw new DomainError('register.not-reserved', params);
    }
    refuseClosedYear(entry.year, yearOf(this.clock.now()));
    const mode = await this.numbering.modeIn(agencyId, entry.year);
    if (entry.series !== seriesOf(mode, typeAbbreviation)) {
      throw new DomainError('register.other-series', params);
    }
    return { number: entry.number, series: entry.series, year: entry.year, entryId };
  }

  /** A line of any register, held until the transaction ends. @throws DomainError `not-found`. */
  async holdEntry(id: string): Promise<HeldEntry> {
    const [entry] = await this.database.query<HeldEntry>(
      `SELECT id, agency_id AS "agencyId", year, number, series, state, symbol, document_id AS "documentId"
         FROM outgoing_entries WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (entry === undefined) {
      throw new DomainError('not-found');
    }
    return entry;
  }
}
