import { Injectable } from '@nestjs/common';
import type { AttachmentView } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { DeliveredFileLinks } from './delivered-file-links.js';

export interface DeliveredFileOf {
  readonly file: AttachmentView;
  readonly deliveryId: string;
  readonly documentId: string;
  readonly senderId: string;
  readonly recipientName: string;
}

/** A file of a delivery, for whoever holds a link to it that still works. */
@Injectable()
export class DeliveredFileQuery {
  constructor(
    private readonly database: Database,
    private readonly links: DeliveredFileLinks,
  ) {}

  /** @throws DomainError `delivered-file.link-ended` for a link that is not, or no longer, one to this file. */
  async find(key: string, fileId: string): Promise<DeliveredFileOf> {
    const [row] = await this.database.query<DeliveredFileOf>(
      `SELECT json_build_object('id', file.id, 'fileName', file.file_name, 'mediaType', file.media_type,
                                'size', file.size, 'digest', file.digest) AS file,
              delivery.id AS "deliveryId", delivery.document_id AS "documentId", dispatch.agency_id AS "senderId",
              delivery.recipient_name AS "recipientName"
         FROM deliveries AS delivery
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         JOIN attachments AS file ON file.document_id = delivery.document_id
        WHERE delivery.id = $1 AND file.id = $2 AND delivery.transport_state <> 'cancelled'
          AND delivery.state NOT IN ('recalled', 'recalled-after-registration')`,
      [this.links.deliveryOf(key), fileId],
    );
    if (row === undefined) {
      throw new DomainError('delivered-file.link-ended');
    }
    return row;
  }
}
