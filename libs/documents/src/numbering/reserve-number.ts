import { Injectable } from '@nestjs/common';
import { type Actor, isPermitted, type ReservedNumber, type ReserveNumber as Reservation } from '#contracts';
import { AgencyStructure, isTypeInUse } from '#directory';
import { Clock, dayOf, DomainError, foldVietnamese, newId } from '#kernel';
import { Database } from '#platform';
import { numberInWords, sharedSeries } from './number-series.js';
import { OutgoingNumbers } from './outgoing-numbers.js';
import { RegisterRecord } from './register-record.js';

/** The clerk holds the next number for a document that is still to come, with the reason. [own] */
@Injectable()
export class ReserveNumber {
  constructor(
    private readonly database: Database,
    private readonly structure: AgencyStructure,
    private readonly numbers: OutgoingNumbers,
    private readonly clock: Clock,
    private readonly record: RegisterRecord,
  ) {}

  /** @throws DomainError `permission.denied`, `register.type-needed`, `register.closed`. */
  async execute(actor: Actor, { reason, typeCode }: Reservation): Promise<ReservedNumber> {
    if (!isPermitted(actor, 'register:keep')) {
      throw new DomainError('permission.denied');
    }
    return this.database.transaction(async () => {
      await this.structure.hold(actor);
      const type = await this.typeOf(typeCode);
      const { number, series, year } = await this.numbers.next(actor.agencyId, type?.abbreviation ?? null);
      // In one sequence a number is for any document; for a kind it needs one, or it would be no kind's.
      const code = series === sharedSeries ? null : type?.code;
      if (code === undefined) {
        throw new DomainError('register.type-needed');
      }
      const id = newId();
      const now = this.clock.now();
      const searched = foldVietnamese(`${numberInWords(number, series)} ${reason}`);
      await this.database.query(
        `INSERT INTO outgoing_entries (id, agency_id, year, series, number, state, day, type_code, reason, search_text,
                                       entered_by_post_id, entered_at)
         VALUES ($1, $2, $3, $4, $5, 'reserved', $6, $7, $8, $9, $10, $11)`,
        [id, actor.agencyId, year, series, number, dayOf(now), code, reason, searched, actor.postId, now],
      );
      await this.record.ofNumber(actor, 'number.reserved', {
        entry: { id, agencyId: actor.agencyId },
        note: `${numberInWords(number, series)}: ${reason}`,
        before: null,
        after: { year, series, number, reason },
      });
      return { id, year, number, words: numberInWords(number, series) };
    });
  }

  private async typeOf(code: string | null): Promise<{ code: string; abbreviation: string | null } | undefined> {
    const [type] = await this.database.query<{ code: string; abbreviation: string | null }>(
      `SELECT code, abbreviation FROM document_types AS type WHERE code = $1 AND ${isTypeInUse('type', '$2')}`,
      [code, dayOf(this.clock.now())],
    );
    return type;
  }
}
