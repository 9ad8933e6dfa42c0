import { Injectable } from '@nestjs/common';
import { DeliveryMessage } from '#contracts';
import { partAt } from '#documents';
import { Clock } from '#kernel';
import { Database } from '#platform';
import type { RemoteDelivery } from '../channel.js';
import { kindOf } from '../requests/request-sql.js';
import { DeliveredFileLinks } from './delivered-file-links.js';

type Row = Omit<DeliveryMessage['data'], 'deliveryId' | 'filesUntil' | 'files'> & {
  readonly files: readonly (Omit<DeliveryMessage['data']['files'][number], 'url'> & { readonly id: string })[];
};

/** The message that carries a delivery to another system: what was issued, as it was issued. */
@Injectable()
export class DeliveryMessageQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: DeliveredFileLinks,
  ) {}

  async of({ id }: RemoteDelivery): Promise<DeliveryMessage> {
    return DeliveryMessage.parse({
      type: 'document.delivered',
      timestamp: this.clock.now().toISOString(),
      data: await this.contentOf(id),
    });
  }

  /** With links to the files that work from now on. */
  async contentOf(id: string): Promise<DeliveryMessage['data']> {
    const [row] = await this.database.query<Row>(
      `SELECT ${kindOf('delivery')} AS kind, dispatch.digest,
              json_build_object('code', document.issuer_code, 'name', document.issuer_name) AS sender,
              json_build_object('code', delivery.recipient_code, 'name', delivery.recipient_name) AS recipient,
              document.symbol, document.issued_on AS "issuedOn", coalesce(document.type_name, type.name) AS "typeName",
              document.subject, document.language, document.urgency, document.due_date AS "dueDate",
              json_build_object('fullName', coalesce(document.signer_name, signer.full_name),
                                'position', coalesce(document.signer_position, post.position)) AS signer,
              delivery.mode = 'electronic-with-paper' AS "paperToo",
              (SELECT json_build_object('deliveryId', earlier.id, 'symbol', original.symbol,
                                        'issuedOn', original.issued_on, 'digest', original.digest)
                 FROM sender_requests AS request
                 JOIN deliveries AS earlier ON earlier.id = request.delivery_id
                 JOIN documents AS original ON original.id = earlier.document_id
                WHERE request.by_delivery_id = delivery.id ORDER BY request.id LIMIT 1) AS about,
              coalesce((SELECT json_agg(json_build_object('id', file.id, 'part', ${partAt('file.position')},
                                 'fileName', file.file_name, 'mediaType', file.media_type, 'size', file.size,
                                 'digest', file.digest) ORDER BY file.position)
                          FROM attachments AS file WHERE file.document_id = document.id), '[]') AS files
         FROM deliveries AS delivery
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
         JOIN documents AS document ON document.id = delivery.document_id
         JOIN document_types AS type ON type.code = document.type_code
         JOIN posts AS post ON post.id = document.signer_post_id
         JOIN people AS signer ON signer.id = post.person_id
        WHERE delivery.id = $1`,
      [id],
    );
    if (row === undefined) {
      throw new Error(`there is no delivery ${id}`);
    }
    const { until, linkOf } = this.links.open(id);
    return {
      ...row,
      deliveryId: id,
      files: row.files.map(({ id: fileId, ...file }) => ({ ...file, url: linkOf(fileId) })),
      filesUntil: until.toISOString(),
    };
  }
}
