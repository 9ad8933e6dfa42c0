import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, RecallDocument as Wish, RecallResult } from '#contracts';
import { allowsMove, type DocumentRow, Documents } from '#documents';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { isRecallable } from './request-sql.js';
import { type Recallable, TakeBackDeliveries } from './take-back-deliveries.js';
import { WriteRecalls } from './write-recalls.js';

interface Chosen extends Recallable {
  readonly recipientName: string;
  readonly isRecallable: boolean;
}

/**
 * The clerk takes a sent document back, from all or from some (thu hồi; Decree 30/2020, Annex VI, III.8). What never left
 * goes out no more; what nobody registered is withdrawn at once; where it is in a register, the recipient is asked. When
 * nobody is left who keeps it unasked, the document is frozen.
 *
 * Rows are held in this order, as everywhere: document, what is still in the queue, arrivals, their deliveries.
 */
@Injectable()
export class RecallDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly takeBack: TakeBackDeliveries,
    private readonly writeRecalls: WriteRecalls,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /**
   * @throws DomainError `not-found`, `permission.denied`, `document.wrong-state`, `document.nothing-to-recall`,
   * `delivery.not-recallable`.
   */
  async execute(actor: Actor, documentId: string, { deliveryIds, reason }: Wish): Promise<RecallResult> {
    return this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'recall');
      if (!allowsMove(document.state, 'recall')) {
        throw new DomainError('document.wrong-state', { state: document.state });
      }
      const chosen = await this.choose(documentId, deliveryIds);
      const sorted = await this.takeBack.execute(chosen, reason);
      if (sorted.withdrawn.length + sorted.asked.length === 0) {
        throw new DomainError('document.nothing-to-recall');
      }
      await this.writeRecalls.execute(actor, document.digest, sorted, reason);
      const change = await this.freeze(document);
      const result = {
        withdrawn: sorted.withdrawn.length,
        asked: sorted.asked.length,
        onPaper: await this.onPaper(documentId),
      };
      await this.audit.record(actor, {
        action: 'document.recalled',
        objectType: 'document',
        objectId: documentId,
        note: reason,
        data: { ...result, deliveryIds: chosen.map(({ id }) => id) },
        ...change,
      });
      await this.live.publish([document.agencyId], 'documents', documentId);
      return result;
    });
  }

  private async choose(documentId: string, deliveryIds: readonly string[] | null): Promise<Chosen[]> {
    const rows = await this.database.query<Chosen>(
      `SELECT id, channel, recipient_name AS "recipientName", ${isRecallable('delivery')} AS "isRecallable"
         FROM deliveries AS delivery WHERE document_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2)) ORDER BY id`,
      [documentId, deliveryIds],
    );
    if (deliveryIds !== null) {
      if (rows.length < new Set(deliveryIds).size) {
        throw new DomainError('not-found');
      }
      const not = rows.find((row) => !row.isRecallable);
      if (not !== undefined) {
        throw new DomainError('delivery.not-recallable', { name: not.recipientName });
      }
    }
    return rows.filter((row) => row.isRecallable);
  }

  /** Frozen once nobody keeps it who was not at least asked for it. */
  private async freeze(document: DocumentRow): Promise<object> {
    const [standing] = await this.database.query(
      `SELECT 1 FROM deliveries AS delivery WHERE document_id = $1 AND ${isRecallable('delivery')} LIMIT 1`,
      [document.id],
    );
    return standing === undefined ? this.documents.move(document, 'recall') : {};
  }

  private async onPaper(documentId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM deliveries WHERE document_id = $1 AND mode <> 'electronic'`,
      [documentId],
    );
    return row?.count ?? 0;
  }
}
