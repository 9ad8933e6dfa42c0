import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock, foldVietnamese, newId } from '#kernel';
import { Database } from '#platform';
import type { HeldNumber } from './numbering/outgoing-numbers.js';

export interface Entered {
  readonly documentId: string;
  readonly agencyId: string;
  readonly symbol: string;
  readonly day: string;
  readonly signerName: string;
}

/** So much of the names of recipients is searched for words; a longer list is found by its recipients. [own] */
const searchedLength = 2000;

/** Writes an issued document into the outgoing register (Decree 30/2020, Art. 15, 2). */
@Injectable()
export class EnterDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, held: HeldNumber, { documentId, agencyId, ...entered }: Entered): Promise<void> {
    const words = foldVietnamese(`${entered.signerName} ${await this.recipientsOf(documentId)}`);
    const now = this.clock.now();
    // A reserved number keeps who reserved it and when.
    await this.database.query(
      `INSERT INTO outgoing_entries AS entry
              (id, agency_id, year, series, number, state, symbol, day, document_id, type_code, signer_post_id,
               search_text, entered_by_post_id, entered_at)
       SELECT $1, $2, $3, $4, $5, 'given', $6, $7, document.id, document.type_code, document.signer_post_id,
              document.search_text || ' ' || $9, $10, $11
         FROM documents AS document WHERE document.id = $8
       ON CONFLICT (agency_id, year, series, number) DO UPDATE
          SET state = 'given', symbol = excluded.symbol, day = excluded.day, document_id = excluded.document_id,
              type_code = excluded.type_code, signer_post_id = excluded.signer_post_id,
              search_text = entry.search_text || ' ' || excluded.search_text
        WHERE entry.id = $1 AND entry.state = 'reserved'`,
      [
        held.entryId ?? newId(),
        agencyId,
        held.year,
        held.series,
        held.number,
        entered.symbol,
        entered.day,
        documentId,
        words.slice(0, searchedLength),
        actor.postId,
        now,
      ],
    );
  }

  private async recipientsOf(documentId: string): Promise<string> {
    const [found] = await this.database.query<{ names: string | null }>(
      `SELECT string_agg(name, ' ') AS names FROM (
         SELECT agency.name FROM document_recipients AS addressed
           JOIN agencies AS agency ON agency.id = addressed.agency_id WHERE addressed.document_id = $1
         UNION ALL
         SELECT named.name FROM document_recipient_groups AS addressed
           JOIN recipient_groups AS named ON named.id = addressed.group_id WHERE addressed.document_id = $1
         UNION ALL
         SELECT name FROM document_external_recipients WHERE document_id = $1) AS recipient`,
      [documentId],
    );
    return found?.names ?? '';
  }
}
