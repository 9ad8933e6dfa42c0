import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#audit';
import { Channels, DigestConflict, SetChannel, type TakenBack } from '#exchange';
import { Clock, foldVietnamese } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { TakeBackArrivals } from './take-back-arrivals.js';

interface Arrived {
  readonly id: string;
  readonly agencyId: string;
}

interface Arriving {
  readonly senderName: string;
  readonly symbol: string;
  readonly subject: string;
}

/**
 * Delivers to agencies on this system: one arrival a delivery with its own copy of fields and file digests, all of a
 * batch in three statements. A delivery that has its arrival already gets no second one, and another content under its
 * id is a conflict. What was addressed to an agency
 * that was closed meanwhile arrives at its successor, and says whom it was for.
 */
@Injectable()
export class LocalChannel extends SetChannel implements OnModuleInit {
  override readonly name = 'local';

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
    private readonly takeBackArrivals: TakeBackArrivals,
  ) {
    super();
  }

  onModuleInit(): void {
    this.channels.register(this);
  }

  override async deliver(deliveryIds: readonly string[]): Promise<void> {
    const arrivals = await this.insertArrivals(deliveryIds, await this.searchText(deliveryIds));
    if (arrivals.length < deliveryIds.length) {
      await this.checkKnown(deliveryIds);
    }
    await this.database.query(
      `INSERT INTO arrival_attachments (id, arrival_id, position, file_name, media_type, size, digest)
       SELECT uuidv7(), arrival.id, file.position, file.file_name, file.media_type, file.size, file.digest
         FROM arrivals AS arrival
         JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
         JOIN attachments AS file ON file.document_id = delivery.document_id
        WHERE arrival.id = ANY ($1::uuid[])`,
      [arrivals.map(({ id }) => id)],
    );
    await this.audit.record(
      null,
      ...arrivals.map(({ id, agencyId }) => ({
        action: 'arrival.arrived',
        objectType: 'arrival',
        objectId: id,
        agencyId,
        after: { state: 'arrived' },
      })),
    );
    await this.live.publish([...new Set(arrivals.map(({ agencyId }) => agencyId))], 'arrivals');
  }

  override async takeBack(deliveryIds: readonly string[], reason: string): Promise<ReadonlyMap<string, TakenBack>> {
    return this.takeBackArrivals.execute(deliveryIds, reason);
  }

  private async insertArrivals(deliveryIds: readonly string[], searchText: string): Promise<Arrived[]> {
    return this.database.query<Arrived>(
      `INSERT INTO arrivals (id, agency_id, delivery_id, sender_id, sender_code, sender_name, state, type_name, symbol,
                             subject, urgency, issued_on, due_date, signer_name, signer_position, digest, paper_too,
                             arrived_at, search_text, addressee_code, addressee_name)
       SELECT uuidv7(), standing.id, delivery.id, document.agency_id, document.issuer_code,
              document.issuer_name, 'arrived', coalesce(document.type_name, type.name), document.symbol, document.subject, document.urgency,
              document.issued_on, document.due_date, coalesce(document.signer_name, signer.full_name),
              coalesce(document.signer_position, post.position), document.digest,
              delivery.mode = 'electronic-with-paper', $2, $3,
              CASE WHEN standing.id <> delivery.recipient_id THEN delivery.recipient_code END,
              CASE WHEN standing.id <> delivery.recipient_id THEN delivery.recipient_name END
         FROM deliveries AS delivery
         JOIN agencies AS standing ON standing.id = lead_successor(delivery.recipient_id)
         JOIN documents AS document ON document.id = delivery.document_id
         JOIN document_types AS type ON type.code = document.type_code
         JOIN posts AS post ON post.id = document.signer_post_id
         JOIN people AS signer ON signer.id = post.person_id
        WHERE delivery.id = ANY ($1::uuid[])
       ON CONFLICT (delivery_id) DO NOTHING
       RETURNING id, agency_id AS "agencyId"`,
      [deliveryIds, this.clock.now(), searchText],
    );
  }

  /** What arrived before under the same id is the same delivery only with the same content. */
  private async checkKnown(deliveryIds: readonly string[]): Promise<void> {
    const [other] = await this.database.query(
      `SELECT 1 FROM arrivals AS arrival
         JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
         JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE arrival.delivery_id = ANY ($1::uuid[]) AND arrival.digest <> dispatch.digest LIMIT 1`,
      [deliveryIds],
    );
    if (other !== undefined) {
      throw new DigestConflict('another content arrived under this id before');
    }
  }

  /** A batch is one dispatch, so one document: its words are folded once. */
  private async searchText(deliveryIds: readonly string[]): Promise<string> {
    const [document] = await this.database.query<Arriving>(
      `SELECT document.issuer_name AS "senderName", document.symbol, document.subject
         FROM deliveries AS delivery JOIN documents AS document ON document.id = delivery.document_id
        WHERE delivery.id = $1`,
      [deliveryIds[0]],
    );
    return foldVietnamese(`${document?.senderName} ${document?.symbol} ${document?.subject}`);
  }
}
