import { Injectable } from '@nestjs/common';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';

export type Register = 'outgoing' | 'incoming';

/**
 * Gives the next number of a register: from 1 on 1 January, without gaps, one sequence for paper and electronic
 * (Decree 30/2020, Art. 15 and 22). The row stays locked until the transaction ends; a rolled-back number is given again.
 * The registers of an agency that was closed are closed with it.
 */
@Injectable()
export class AllocateNumber {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `register.closed`. */
  async next(agencyId: string, register: Register, year: number, series = ''): Promise<number> {
    const [row] = await this.database.query<{ number: number }>(
      `INSERT INTO number_sequences AS sequence (agency_id, register, year, series, last_number)
       SELECT id, $2, $3, $5, 1 FROM agencies WHERE id = $1 AND (valid_to IS NULL OR valid_to >= $4)
       ON CONFLICT (agency_id, register, year, series) DO UPDATE SET last_number = sequence.last_number + 1
       RETURNING last_number AS number`,
      [agencyId, register, year, dayOf(this.clock.now()), series],
    );
    if (row === undefined) {
      throw new DomainError('register.closed');
    }
    return row.number;
  }
}
