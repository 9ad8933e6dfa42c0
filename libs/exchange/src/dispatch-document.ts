import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Documents } from '#documents';
import { Database, Events, Outbox } from '#platform';
import { deliverDispatchJob, priorityOf } from './deliver-dispatch.job.js';
import { deliveriesReached } from './exchange-events.js';
import { WriteDispatch } from './write-dispatch.js';

/**
 * The clerk sends an issued document: dispatch, one delivery a recipient, first tracking events and the promise to
 * deliver are one transaction. Once this returns and the transaction commits, nothing of it can be lost.
 */
@Injectable()
export class DispatchDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly writeDispatch: WriteDispatch,
    private readonly outbox: Outbox,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `document.wrong-state` (a document is sent once) and what `WriteDispatch` refuses. */
  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'send');
      const change = await this.documents.move(document, 'send');
      const { dispatchId, deliveries } = await this.writeDispatch.execute(actor, document);
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
        ...change,
      });
    });
  }
}
