import { Injectable } from '@nestjs/common';
import { Audit, type AuditRecord } from '#audit';
import { Clock } from '#kernel';
import { Database, LiveChannel } from '#platform';
import type { Takeover } from './move-posts.js';

interface Moved {
  readonly id: string;
  readonly agencyId: string;
  readonly successor: string;
}

type MovedDocument = Moved & { readonly goesBack: boolean };

/** Entries that one statement writes. */
const entriesAtOnce = 5_000;

/**
 * What is not finished at closed agencies goes on at their successors. Documents follow their drafters; those submitted
 * or approved go back to them, because somebody else’s leader has to sign now. Issued documents and registered arrivals
 * stay where they were registered. [own]
 */
@Injectable()
export class MoveWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  async execute(takeover: Takeover, title: string): Promise<void> {
    const documents = await this.moveDocuments(takeover);
    const arrivals = await this.moveArrivals(takeover);
    await this.record([
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
         SELECT document.id, document.state IN ('submitted', 'approved') AS goes_back,
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
          WHERE document.state IN ('draft', 'submitted', 'returned', 'approved')
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
         RETURNING document.id, document.agency_id, moving.goes_back)
       SELECT moved.id, moved.agency_id AS "agencyId", moved.goes_back AS "goesBack", agency.name AS successor
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
         RETURNING arrival.id, arrival.agency_id)
       SELECT moved.id, moved.agency_id AS "agencyId", agency.name AS successor
         FROM moved JOIN agencies AS agency ON agency.id = moved.agency_id`,
      [JSON.stringify(leads)],
    );
  }

  private async record(entries: readonly AuditRecord[]): Promise<void> {
    for (let first = 0; first < entries.length; first += entriesAtOnce) {
      await this.audit.record(null, ...entries.slice(first, first + entriesAtOnce));
    }
  }
}

function entryOf(objectType: 'document' | 'arrival', moved: Moved | MovedDocument, title: string): AuditRecord {
  const goesBack = 'goesBack' in moved && moved.goesBack;
  const why = `Cơ quan được sắp xếp lại (${title}); ${moved.successor} kế tục.`;
  return {
    action: goesBack ? 'document.returned' : `${objectType}.moved`,
    objectType,
    objectId: moved.id,
    agencyId: moved.agencyId,
    note: goesBack ? `${why} Văn bản trở về người soạn để trình lại lãnh đạo mới.` : why,
  };
}
