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
  readonly actorAgencyId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly beforeDigest: string | null;
  readonly afterDigest: string | null;
}

/** The last seal of a chain. */
export interface Head {
  readonly chain: string;
  readonly position: number;
  readonly hash: string;
}

/** Ties the heads of the chains that moved to all that was anchored before. */
export interface Anchor {
  readonly number: number;
  readonly heads: readonly Head[];
  readonly anchoredAt: Date;
}

/** The hash before the first entry of a chain, and before the first anchor. */
export const chainStart = '0'.repeat(64);

/** The chain that an entry belongs to: its agency’s, or the system’s. */
export function chainOf(entry: { readonly agencyId: string | null }): string {
  return entry.agencyId ?? 'system';
}

/** The seal of an entry: SHA-256 over the seal before it and its own canonical JSON. */
export function sealOf(previous: string, { at, ...entry }: ChainedEntry): string {
  return sha256(`${previous}\n${canonicalJson({ ...entry, ...since(entry), at: at.toISOString() })}`);
}

/** The hash of an anchor: SHA-256 over the anchor before it and its own canonical JSON. */
export function anchorHashOf(previous: string, { number, heads, anchoredAt }: Anchor): string {
  const places = heads.map(({ chain, position, hash }) => ({ chain, position, hash }));
  return sha256(`${previous}\n${canonicalJson({ number, heads: places, anchoredAt: anchoredAt.toISOString() })}`);
}

/** What is kept of facts that a change replaced: enough to prove what they were, too little to read them. */
export function digestOf(facts: Json | undefined): string | null {
  return facts === undefined ? null : sha256(canonicalJson(facts));
}

export const chainedColumns = `entry.id, entry.at, entry.agency_id AS "agencyId", entry.person_id AS "personId",
  entry.post_id AS "postId", entry.actor_name AS "actorName", entry.actor_position AS "actorPosition", entry.action,
  entry.object_type AS "objectType", entry.object_id AS "objectId", entry.note, entry.data,
  entry.actor_agency_id AS "actorAgencyId", entry.address, entry.request_id AS "requestId",
  entry.before_digest AS "beforeDigest", entry.after_digest AS "afterDigest"`;

/** Fields that came later are left out while empty: seals from before them stay valid. */
function since(entry: Omit<ChainedEntry, 'at'>): Record<string, string | undefined> {
  return {
    actorAgencyId: entry.actorAgencyId ?? undefined,
    address: entry.address ?? undefined,
    requestId: entry.requestId ?? undefined,
    beforeDigest: entry.beforeDigest ?? undefined,
    afterDigest: entry.afterDigest ?? undefined,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
