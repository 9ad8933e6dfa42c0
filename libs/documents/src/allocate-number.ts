import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

export type Register = 'outgoing' | 'incoming';

/**
 * Gives the next number of a register: from 1 on 1 January, without gaps, one sequence for paper and electronic
 * (Decree 30/2020, Art. 15 and 22). The row stays locked until the transaction ends; a rolled-back number is given again.
 */
@Injectable()
export class AllocateNumber {
  constructor(private readonly database: Database) {}

  async next(agencyId: string, register: Register, year: number): Promise<number> {
    const [row] = await this.database.query<{ number: number }>(
      `INSERT INTO number_sequences AS sequence (agency_id, register, year, last_number) VALUES ($1, $2, $3, 1)
       ON CONFLICT (agency_id, register, year) DO UPDATE SET last_number = sequence.last_number + 1
       RETURNING last_number AS number`,
      [agencyId, register, year],
    );
    if (row === undefined) {
      throw new Error('the sequence gave no number');
    }
    return row.number;
  }
}
