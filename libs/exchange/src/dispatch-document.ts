import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { type DocumentRow, Documents } from '#documents';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database, Events, Outbox } from '#platform';
import { deliverDispatchJob, priorityOf } from './deliver-dispatch.job.js';
import { deliveriesReached } from './exchange-events.js';

/**
 * The clerk sends an issued document: dispatch, one delivery a recipient, first tracking events and the promise to
 * deliver are one transaction. Once this returns and the transaction commits, nothing of it can be lost.
 */
@Injectable()
export class DispatchDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly outbox: Outbox,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.wrong-state` (a document is sent once), `document.unknown-recipient`. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'send');
      await this.documents.move(document, 'send');
      const dispatchId = await this.insertDispatch(actor, document);
      const deliveries = await this.insertDeliveries(dispatchId, documentId);
      await this.checkNoneIsClosed(documentId, deliveries.length);
      if (deliveries.some((delivery) => delivery.channel !== 'paper')) {
        await this.outbox.add(deliverDispatchJob, { dispatchId }, priorityOf[document.urgency]);
      }
      const onPaper = deliveries.filter((delivery) => delivery.channel === 'paper').map(({ id }) => id);
      await this.events.emit(deliveriesReached, { deliveryIds: onPaper });
      await this.audit.record(actor, {
        action: 'document.sent',
        objectType: 'document',
        objectId: documentId,
        data: { dispatchId, recipients: deliveries.length },
      });
    });
  }

  /** An agency that was closed since the draft, and that nobody succeeded, has nobody to open the document. */
  private async checkNoneIsClosed(documentId: string, open: number): Promise<void> {
    const [addressed] = await this.database.query<{ count: number }>(
      'SELECT count(*) AS count FROM document_recipients WHERE document_id = $1',
      [documentId],
    );
    if (addressed?.count !== open) {
      throw new DomainError('document.unknown-recipient');
    }
  }

  private async insertDispatch(actor: Actor, document: DocumentRow): Promise<string> {
    if (document.digest === null) {
      throw new DomainError('document.wrong-state', { state: document.state });
    }
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.database.query(
      `INSERT INTO dispatches (id, document_id, agency_id, kind, digest, sent_by_post_id, sent_at)
       VALUES ($1, $2, $3, 'new', $4, $5, $6)`,
      [id, document.id, document.agencyId, document.digest, actor.postId, now],
    );
    return id;
  }

  private async insertDeliveries(dispatchId: string, documentId: string): Promise<{ id: string; channel: string }[]> {
    const now = this.clock.now();
    const rows = await this.database.query<{ id: string; channel: string }>(
      `INSERT INTO deliveries (id, dispatch_id, document_id, recipient_id, recipient_code, recipient_name, mode,
                               channel, transport_state, state, state_at)
       SELECT uuidv7(), $1, $2, agency.id, agency.code, agency.name, addressed.channel,
              CASE addressed.channel WHEN 'paper' THEN 'paper' ELSE 'local' END,
              CASE addressed.channel WHEN 'paper' THEN 'done' ELSE 'queued' END,
              CASE addressed.channel WHEN 'paper' THEN 'on-paper' ELSE 'queued' END, $3
         FROM document_recipients AS addressed
         JOIN agencies AS agency ON agency.id = addressed.agency_id
         JOIN agencies AS standing ON standing.id = lead_successor(agency.id)
        WHERE addressed.document_id = $2
          AND standing.valid_from <= $4 AND (standing.valid_to IS NULL OR standing.valid_to >= $4)
        ORDER BY addressed.position
       RETURNING id, channel`,
      [dispatchId, documentId, now, dayOf(now)],
    );
    await this.database.query(
      `INSERT INTO tracking_events (id, delivery_id, code, occurred_at, recorded_at)
       SELECT uuidv7(), delivery_id, 'sent', $2, $2 FROM unnest($1::uuid[]) AS delivery_id`,
      [rows.map(({ id }) => id), now],
    );
    return rows;
  }
}
