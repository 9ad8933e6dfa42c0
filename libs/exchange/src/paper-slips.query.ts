import { Injectable } from '@nestjs/common';
import type { Actor, PaperSlips } from '#contracts';
import { Documents } from '#documents';
import { dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { handoverOf } from './handover-sql.js';

type Head = Omit<PaperSlips, 'items'>;
type Slip = Omit<PaperSlips['items'][number], 'sentOn'> & { readonly sentAt: Date };

/** What goes along with the paper of a sent document: an envelope and a covering note for each who gets paper. */
@Injectable()
export class PaperSlipsQuery {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
  ) {}

  /** @throws DomainError `not-found` when the document is not the actor’s, or not issued. */
  async of(actor: Actor, documentId: string): Promise<PaperSlips> {
    await this.documents.read(actor, documentId);
    const [head] = await this.database.query<Head>(
      `SELECT json_build_object('name', document.issuer_name, 'parentName', parent.name,
                                'abbreviation', issuer.abbreviation) AS issuer,
              document.symbol, document.type_name AS "typeName", document.subject, document.urgency,
              document.issued_on AS "issuedOn", document.page_amount AS "pageAmount"
         FROM documents AS document
         JOIN agencies AS issuer ON issuer.id = document.agency_id
         LEFT JOIN agencies AS parent ON parent.id = issuer.parent_id
        WHERE document.id = $1 AND document.symbol IS NOT NULL`,
      [documentId],
    );
    if (head === undefined) {
      throw new DomainError('not-found');
    }
    const slips = await this.database.query<Slip>(
      `SELECT delivery.id AS "deliveryId", delivery.recipient_name AS recipient,
              coalesce(delivery.recipient_address, nullif(agency.address, '')) AS address,
              delivery.mode = 'electronic-with-paper' AS "withElectronic", delivery.paper_reason AS "paperReason",
              dispatch.sent_at AS "sentAt", ${handoverOf('delivery')} AS handover
         FROM deliveries AS delivery
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         LEFT JOIN agencies AS agency ON agency.id = delivery.recipient_id
        WHERE delivery.document_id = $1 AND delivery.mode <> 'electronic'
        ORDER BY delivery.id`,
      [documentId],
    );
    return { ...head, items: slips.map(({ sentAt, ...slip }) => ({ ...slip, sentOn: dayOf(sentAt) })) };
  }
}
