import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#kernel';

/** A row of the trail as it is hashed: everything but its seal. */
export interface ChainedEntry {
  readonly id: string;
  readonly at: Date;
  readonly agencyId: string | null;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly actorName: string | null;
  readonly actorPosition: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly note: string | null;
  readonly data: Json;
}

/** The hash before the first entry of a chain. */
export const chainStart = '0'.repeat(64);

/** The chain that an entry belongs to: its agency’s, or the system’s. */
export function chainOf(entry: { readonly agencyId: string | null }): string {
  return entry.agencyId ?? 'system';
}

/** The seal of an entry: SHA-256 over the seal before it and its own canonical JSON. */
export function sealOf(previous: string, entry: ChainedEntry): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalJson({ ...entry, at: entry.at.toISOString() })}`)
    .digest('hex');
}

export const chainedColumns = `entry.id, entry.at, entry.agency_id AS "agencyId", entry.person_id AS "personId",
  entry.post_id AS "postId", entry.actor_name AS "actorName", entry.actor_position AS "actorPosition", entry.action,
  entry.object_type AS "objectType", entry.object_id AS "objectId", entry.note, entry.data`;
