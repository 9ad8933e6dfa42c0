import { Injectable } from '@nestjs/common';
import { type Actor, actsFor, isPermitted } from '#contracts';
import { AgencyStructure } from '#directory';
import { Clock, DomainError, yearOf } from '#kernel';
import { Database } from '#platform';
import { Documents } from '../documents.js';
import { numberInWords } from './number-series.js';
import { refuseClosedYear } from './numbering-policy.js';
import { type HeldEntry, OutgoingNumbers } from './outgoing-numbers.js';
import { RegisterRecord } from './register-record.js';

/**
 * The clerk cancels a number with a reason: it stays in the register and is never given again. [own] A document that has
 * it stands as cancelled, which can be done until it is sent and within its year; a reserved number that no document
 * got can be cancelled after its year too, so that the book of that year can be concluded.
 */
@Injectable()
export class CancelNumber {
  constructor(
    private readonly database: Database,
    private readonly structure: AgencyStructure,
    private readonly clock: Clock,
    private readonly numbers: OutgoingNumbers,
    private readonly documents: Documents,
    private readonly record: RegisterRecord,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `register.already-cancelled`, `register.document-sent`,
   * `register.year-closed`.
   */
  async execute(actor: Actor, entryId: string, reason: string): Promise<void> {
    if (!isPermitted(actor, 'register:keep')) {
      throw new DomainError('permission.denied');
    }
    await this.database.transaction(async () => {
      await this.structure.hold(actor);
      // Its document is held before its line, as issuing holds them.
      const document = await this.documentOf(entryId);
      if (document !== null) {
        await this.cancelDocument(actor, entryId, document, reason);
        return;
      }
      const entry = await this.numbers.holdEntry(entryId);
      if (!actsFor(actor, entry.agencyId)) {
        throw new DomainError('not-found');
      }
      // A document may have got it since it was looked at.
      if (entry.state === 'given') {
        throw new DomainError('register.not-reserved', { number: numberInWords(entry.number, entry.series) });
      }
      await this.cancel(actor, entry, reason);
      await this.record.ofNumber(actor, 'number.cancelled', {
        entry,
        note: `${numberInWords(entry.number, entry.series)}: ${reason}`,
        before: { state: entry.state },
        after: { state: 'cancelled', reason },
      });
    });
  }

  private async cancelDocument(actor: Actor, entryId: string, documentId: string, reason: string): Promise<void> {
    const document = await this.documents.readFor(actor, documentId, 'cancel-number');
    const entry = await this.numbers.holdEntry(entryId);
    if (entry.state === 'cancelled') {
      throw new DomainError('register.already-cancelled', { number: numberInWords(entry.number, entry.series) });
    }
    if (document.state !== 'issued') {
      throw new DomainError('register.document-sent', { symbol: entry.symbol ?? '' });
    }
    refuseClosedYear(entry.year, yearOf(this.clock.now()));
    const change = await this.documents.move(document, 'cancel-number');
    await this.database.query('DELETE FROM scheduled_sendings WHERE document_id = $1', [documentId]);
    await this.cancel(actor, entry, reason);
    await this.record.ofDocument(actor, documentId, reason, change);
  }

  private async cancel(actor: Actor, entry: HeldEntry, reason: string): Promise<void> {
    const { affected } = await this.database.execute(
      `UPDATE outgoing_entries SET state = 'cancelled', cancel_reason = $2, cancelled_by_post_id = $3, cancelled_at = $4
        WHERE id = $1 AND state <> 'cancelled'`,
      [entry.id, reason, actor.postId, this.clock.now()],
    );
    if (affected !== 1) {
      throw new DomainError('register.already-cancelled', { number: numberInWords(entry.number, entry.series) });
    }
  }

  private async documentOf(entryId: string): Promise<string | null> {
    const [entry] = await this.database.query<{ documentId: string | null }>(
      'SELECT document_id AS "documentId" FROM outgoing_entries WHERE id = $1',
      [entryId],
    );
    return entry?.documentId ?? null;
  }
}
