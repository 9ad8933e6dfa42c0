import { Injectable } from '@nestjs/common';
import { FollowObjects } from '#access';
import type { AuditRecord } from '#audit';
import { BreakOffReviews } from '#documents';
import { Clock, type Json } from '#kernel';
import { Database, LiveChannel } from '#platform';
import type { Takeover } from './takeover.js';
import { RecordMoves } from './record-moves.js';

interface Moved {
  readonly id: string;
  readonly agencyId: string;
  readonly successor: string;
  readonly before: Json;
  readonly after: Json;
}

type MovedDocument = Moved & { readonly goesBack: boolean };

/**
 * What is not finished at closed agencies goes on at their successors. Documents follow their drafters; those in review,
 * submitted or approved go back to them, because somebody else’s leader has to sign now. Issued documents and registered
 * arrivals stay where they were registered. [own]
 */
@Injectable()
export class MoveWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rights: FollowObjects,
    private readonly record: RecordMoves,
    private readonly live: LiveChannel,
    private readonly breakOffReviews: BreakOffReviews,
  ) {}

  async execute(takeover: Takeover, title: string): Promise<void> {
    const documents = await this.moveDocuments(takeover);
    await this.breakOffReviews.execute(documents.filter(({ goesBack }) => goesBack).map(({ id }) => id));
    const arrivals = await this.moveArrivals(takeover);
    await this.rights.execute('document', documents);
    await this.rights.execute('arrival', arrivals);
    await this.record.execute([
      ...documents.map((document) => entryOf('document', document, title)),
      ...arrivals.map((arrival) => entryOf('arrival', arrival, title)),
    ]);
    await this.live.publishToAll('documents');
    await this.live.publishToAll('arrivals');
  }

  /** A drafter who left before is replaced by the signer, so that no draft is left without anybody who may open it. */
  private async moveDocuments({ planId, leads, assigned }: Takeover): Promise<MovedDocument[]> {
    return this.database.query<MovedDocument>(
      `WITH lead AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("agencyId" uuid, "successorId" uuid)),
       moving AS (
         SELECT document.id, ${documentFacts} AS before, document.state IN ('in-review', 'submitted', 'approved') AS goes_back,
                coalesce(drafter_post.agency_id, lead."successorId") AS successor_id,
                coalesce(drafter.to_post_id, signer.to_post_id, document.drafter_post_id) AS drafter_post_id,
                coalesce(signer.to_post_id, document.signer_post_id) AS signer_post_id
           FROM documents AS document
           LEFT JOIN lead ON lead."agencyId" = document.agency_id
           LEFT JOIN reorganisation_moved_posts AS drafter
             ON drafter.from_post_id = document.drafter_post_id AND drafter.plan_id = $2
           LEFT JOIN posts AS drafter_post ON drafter_post.id = drafter.to_post_id
           LEFT JOIN reorganisation_moved_posts AS signer
             ON signer.from_post_id = document.signer_post_id AND signer.plan_id = $2
          WHERE document.state IN ('draft', 'in-review', 'submitted', 'returned', 'approved')
            AND document.agency_id IN (SELECT "agencyId" FROM lead
                                       UNION SELECT agency_id FROM posts WHERE id = ANY ($3::uuid[]))
            AND (drafter.to_post_id IS NOT NULL OR lead."successorId" IS NOT NULL)),
       moved AS (
         UPDATE documents AS document
            SET agency_id = moving.successor_id, drafter_post_id = moving.drafter_post_id,
                signer_post_id = moving.signer_post_id, on_behalf_of_post_id = NULL,
                state = CASE WHEN moving.goes_back THEN 'returned' ELSE document.state END,
                version = document.version + 1, updated_at = $4
           FROM moving WHERE document.id = moving.id
         RETURNING document.id, document.agency_id, moving.goes_back, moving.before, ${documentFacts} AS after)
       SELECT moved.id, moved.agency_id AS "agencyId", moved.goes_back AS "goesBack", agency.name AS successor,
              moved.before, moved.after
         FROM moved JOIN agencies AS agency ON agency.id = moved.agency_id`,
      [JSON.stringify(leads), planId, assigned.map(({ postId }) => postId), this.clock.now()],
    );
  }

  /** Shown with both names: whom the sender wrote to, and who got it. */
  private async moveArrivals({ leads }: Takeover): Promise<Moved[]> {
    return this.database.query<Moved>(
      `WITH moved AS (
         UPDATE arrivals AS arrival
            SET agency_id = lead."successorId",
                addressee_code = coalesce(arrival.addressee_code, delivery.recipient_code, agency.code),
                addressee_name = coalesce(arrival.addressee_name, delivery.recipient_name, agency.name)
           FROM jsonb_to_recordset($1::jsonb) AS lead("agencyId" uuid, "successorId" uuid)
           JOIN agencies AS agency ON agency.id = lead."agencyId"
           JOIN arrivals AS given ON given.agency_id = lead."agencyId" AND given.state = 'arrived'
           LEFT JOIN deliveries AS delivery ON delivery.id = given.delivery_id
          WHERE arrival.id = given.id
         RETURNING arrival.id, arrival.agency_id, lead."agencyId" AS former_agency_id)
       SELECT moved.id, moved.agency_id AS "agencyId", agency.name AS successor,
              json_build_object('agencyId', moved.former_agency_id) AS before,
              json_build_object('agencyId', moved.agency_id) AS after
         FROM moved JOIN agencies AS agency ON agency.id = moved.agency_id`,
      [JSON.stringify(leads)],
    );
  }
}

/** What a move changes of a document. */
const documentFacts = `json_build_object('agencyId', document.agency_id, 'state', document.state,
  'drafterPostId', document.drafter_post_id, 'signerPostId', document.signer_post_id)`;

function entryOf(objectType: 'document' | 'arrival', moved: Moved | MovedDocument, title: string): AuditRecord {
  const goesBack = 'goesBack' in moved && moved.goesBack;
  const why = `Cơ quan được sắp xếp lại (${title}); ${moved.successor} kế tục.`;
  return {
    action: goesBack ? 'document.returned' : `${objectType}.moved`,
    objectType,
    objectId: moved.id,
    agencyId: moved.agencyId,
    before: moved.before,
    after: moved.after,
    note: goesBack ? `${why} Văn bản trở về người soạn để trình lại lãnh đạo mới.` : why,
  };
}
