import { Injectable } from '@nestjs/common';
import type { NumberingMode } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { NumberingFacts } from './numbering-policy.js';

/** How an agency numbers its documents, held still while numbers are given. */
@Injectable()
export class Numbering {
  constructor(private readonly database: Database) {}

  /** Keeps the way of numbering as it is until the transaction ends; who gives numbers does not wait for each other. */
  async hold(agencyId: string): Promise<void> {
    await this.database.query('SELECT FROM agencies WHERE id = $1 FOR KEY SHARE', [agencyId]);
  }

  /** Waits for the numbers that are being given, and lets none be given until the transaction ends. */
  async holdAlone(agencyId: string): Promise<void> {
    await this.database.query('SELECT FROM agencies WHERE id = $1 FOR UPDATE', [agencyId]);
  }

  async modeIn(agencyId: string, year: number): Promise<NumberingMode> {
    const [setting] = await this.database.query<{ mode: NumberingMode }>(
      `SELECT mode FROM numbering_settings WHERE agency_id = $1 AND from_year <= $2
        ORDER BY from_year DESC LIMIT 1`,
      [agencyId, year],
    );
    return setting?.mode ?? 'single';
  }

  async facts(agencyId: string, thisYear: number): Promise<NumberingFacts> {
    const [found] = await this.database.query<{ hasNumbers: boolean }>(
      `SELECT EXISTS (SELECT FROM number_sequences
                       WHERE agency_id = $1 AND register = 'outgoing' AND year = $2) AS "hasNumbers"`,
      [agencyId, thisYear],
    );
    if (found === undefined) {
      throw new DomainError('not-found');
    }
    return { thisYear, hasNumbers: found.hasNumbers };
  }
}
