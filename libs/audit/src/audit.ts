import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { Clock, type Json, newId } from '#kernel';
import { Database, requestOrigin } from '#platform';
import { digestOf } from './chain.js';

/** One act on one thing. Events are named in the past: `document.approved`. */
export interface AuditRecord {
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Whose trail it belongs to; the actor’s agency when left out, the system’s when null. */
  readonly agencyId?: string | null;
  /** An opinion or a reason in words. */
  readonly note?: string | null;
  readonly data?: Json;
  /** The changed facts as they were and as they are; the trail keeps their digests. */
  readonly before?: Json;
  readonly after?: Json;
}

/**
 * The trail: append-only, with who acted in which post and from where, written in the transaction of the change itself
 * (Decree 30/2020, Annex VI, III.5a).
 */
@Injectable()
export class Audit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async record(actor: Actor | null, ...records: readonly AuditRecord[]): Promise<void> {
    const now = this.clock.now();
    const origin = requestOrigin();
    const rows = records.map((record) => rowOf(actor, record, newId(now.getTime())));
    await this.database.query(
      `WITH entries AS (
         INSERT INTO audit_entries (id, at, agency_id, person_id, post_id, actor_name, actor_position, actor_agency_id,
                                    address, request_id, action, object_type, object_id, note, data,
                                    before_digest, after_digest)
         SELECT row.id, $2, row.agency_id, $3, $4, $5, $6, row.actor_agency_id,
                $7, $8, row.action, row.object_type, row.object_id, row.note, row.data,
                row.before_digest, row.after_digest
           FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, agency_id uuid, actor_agency_id uuid, action text,
                                                     object_type text, object_id text, note text, data jsonb,
                                                     before_digest text, after_digest text)
         RETURNING id)
       INSERT INTO audit_unsealed (entry_id) SELECT id FROM entries`,
      [
        JSON.stringify(rows),
        now,
        actor?.personId ?? null,
        actor?.postId ?? null,
        actor?.fullName ?? null,
        actor?.position ?? null,
        origin?.address ?? null,
        origin?.requestId ?? null,
      ],
    );
  }
}

function rowOf(actor: Actor | null, record: AuditRecord, id: string): Record<string, Json> {
  const agencyId = record.agencyId === undefined ? (actor?.agencyId ?? null) : record.agencyId;
  return {
    id,
    agency_id: agencyId,
    actor_agency_id: actor === null || actor.agencyId === agencyId ? null : actor.agencyId,
    action: record.action,
    object_type: record.objectType,
    object_id: record.objectId,
    note: record.note ?? null,
    data: record.data ?? {},
    before_digest: digestOf(record.before),
    after_digest: digestOf(record.after),
  };
}
