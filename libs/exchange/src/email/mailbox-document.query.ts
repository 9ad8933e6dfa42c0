import { Injectable } from '@nestjs/common';
import type { DeliveryState, MailboxDocument, RequestKind } from '#contracts';
import { Database } from '#platform';
import { DeliveryMessageQuery } from '../webhook/delivery-message.query.js';

/** A document as somebody at a mailbox sees it after the code. */
@Injectable()
export class MailboxDocumentQuery {
  constructor(
    private readonly database: Database,
    private readonly message: DeliveryMessageQuery,
  ) {}

  async of(deliveryId: string, key: string): Promise<MailboxDocument> {
    const data = await this.message.contentOf(deliveryId);
    const { state, arrivalNumber, asked, askedId, askedReason } = await this.placeOf(deliveryId);
    const isBack = state === 'recalled' || state === 'recalled-after-registration';
    return {
      key,
      state,
      arrivalNumber,
      senderName: data.sender.name,
      symbol: data.symbol,
      issuedOn: data.issuedOn,
      typeName: data.typeName,
      subject: data.subject,
      urgency: data.urgency,
      signer: data.signer,
      dueDate: data.dueDate,
      paperToo: data.paperToo,
      digest: data.digest,
      files: isBack ? [] : data.files,
      asked,
      askedId,
      askedReason,
    };
  }

  async placeOf(deliveryId: string): Promise<{
    readonly documentId: string;
    readonly senderId: string;
    readonly state: DeliveryState;
    readonly arrivalNumber: number | null;
    readonly asked: RequestKind | null;
    readonly askedId: string | null;
    readonly askedReason: string | null;
  }> {
    const [row] = await this.database.query<Awaited<ReturnType<MailboxDocumentQuery['placeOf']>>>(
      `SELECT delivery.document_id AS "documentId", dispatch.agency_id AS "senderId", delivery.state,
              delivery.arrival_number AS "arrivalNumber", open.kind AS asked, open.id AS "askedId",
              nullif(open.reason, '') AS "askedReason"
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         LEFT JOIN LATERAL (SELECT id, kind, reason FROM sender_requests AS request
                             WHERE (request.delivery_id = delivery.id OR request.by_delivery_id = delivery.id)
                               AND request.state = 'asked' ORDER BY request.id DESC LIMIT 1) AS open ON true
        WHERE delivery.id = $1`,
      [deliveryId],
    );
    if (row === undefined) {
      throw new Error(`there is no delivery ${deliveryId}`);
    }
    return row;
  }
}
