import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { type DocumentRow, Documents } from '#documents';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { CarryOutSending } from './carry-out-sending.js';
import { AddRecipients } from './send-copies.js';

interface Forwarded {
  readonly documentId: string;
  readonly senderId: string;
}

/**
 * A recipient that is the wrong one sends a document on to the right agency: one more sending of the same content, in
 * the name of its sender, who has it on record (Decree 30/2020, Art. 21: what is addressed wrongly is passed on).
 */
@Injectable()
export class ForwardDelivery {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly addRecipients: AddRecipients,
    private readonly carryOut: CarryOutSending,
    private readonly audit: Audit,
  ) {}

  /**
   * Joins the transaction of the recipient; holds the document until it ends, before any arrival, as a recall does.
   *
   * @throws DomainError `arrival.not-forwardable` for what its sender narrowed or froze, `document.recipient-has-copy`,
   * and others that AddRecipients and CarryOutSending refuse.
   */
  async execute(actor: Actor, deliveryId: string, toAgencyId: string, reason: string): Promise<void> {
    const { documentId, senderId } = await this.find(deliveryId);
    const document = await this.documents.holdForSystem(documentId);
    if (document.access.restrictedTo !== null || toAgencyId === senderId) {
      throw new DomainError('arrival.not-forwardable');
    }
    await this.move(document);
    const recipients = [{ agencyId: toAgencyId, channel: 'electronic' as const, paperReason: null }];
    const copies = { recipients, groups: [], externals: [], people: [] };
    const number = await this.addRecipients.execute(actor, documentId, copies);
    const sent = await this.carryOut.execute({ document, byPostId: actor.postId, senderId, number });
    await this.audit.record(actor, {
      action: 'document.forwarded',
      objectType: 'document',
      objectId: documentId,
      agencyId: document.agencyId,
      note: reason,
      data: { ...sent, sending: number, deliveryId },
      after: { toAgencyId },
    });
  }

  private async move(document: DocumentRow): Promise<void> {
    try {
      await this.documents.move(document, 'send-copies');
    } catch (error) {
      const isGone = error instanceof DomainError && error.code === 'document.wrong-state';
      throw isGone ? new DomainError('arrival.not-forwardable', {}, { cause: error }) : error;
    }
  }

  private async find(deliveryId: string): Promise<Forwarded> {
    const [row] = await this.database.query<Forwarded>(
      `SELECT delivery.document_id AS "documentId", dispatch.agency_id AS "senderId"
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.id = $1`,
      [deliveryId],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row;
  }
}
