import { Injectable } from '@nestjs/common';
import type { Actor, TrailState } from '#contracts';
import { Database } from '#platform';
import { NewestAnchorQuery } from './newest-anchor.query.js';
import { chainFor } from './trail-policy.js';
import { TrailProtectionQuery } from './trail-protection.query.js';

interface Counts {
  readonly sealed: number;
  readonly sealedUntil: Date | null;
  readonly unsealed: number;
  readonly oldestUnsealedAt: Date | null;
}

/** How far the trail is sealed, what waits, and when it was last verified: of the chains that the reader sees. */
@Injectable()
export class TrailStateQuery {
  constructor(
    private readonly database: Database,
    private readonly newestAnchor: NewestAnchorQuery,
    private readonly protection: TrailProtectionQuery,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async find(actor: Actor): Promise<TrailState> {
    const chain = chainFor(actor);
    const [counts] = await this.database.query<Counts>(countsSql, [chain]);
    const anchor = await this.newestAnchor.find();
    return {
      entries: (counts?.sealed ?? 0) + (counts?.unsealed ?? 0),
      unsealed: counts?.unsealed ?? 0,
      oldestUnsealedAt: counts?.oldestUnsealedAt?.toISOString() ?? null,
      sealedUntil: counts?.sealedUntil?.toISOString() ?? null,
      lastAnchor: anchor === undefined ? null : { ...anchor, anchoredAt: anchor.anchoredAt.toISOString() },
      lastVerified: await this.lastVerified(),
      isProtected: await this.protection.holds(),
    };
  }

  private async lastVerified(): Promise<TrailState['lastVerified']> {
    const [row] = await this.database.query<{ at: Date; checked: number; faults: number }>(
      `SELECT at, (data->>'checked')::integer AS checked, (data->>'faults')::integer AS faults FROM audit_entries
        WHERE action = 'trail.verified' ORDER BY at DESC, id DESC LIMIT 1`,
    );
    return row === undefined ? null : { ...row, at: row.at.toISOString() };
  }
}

/** From head to head of the chains, never over their entries: millions of them are counted at once. */
const countsSql = `
  WITH RECURSIVE chains AS (
    SELECT coalesce($1::text, min(chain)) AS chain FROM audit_seals
    UNION ALL
    SELECT (SELECT min(seal.chain) FROM audit_seals AS seal WHERE seal.chain > chains.chain)
      FROM chains WHERE chains.chain IS NOT NULL AND $1::text IS NULL),
  heads AS (
    SELECT head.position, head.sealed_at FROM chains
     CROSS JOIN LATERAL (SELECT position, sealed_at FROM audit_seals WHERE audit_seals.chain = chains.chain
                          ORDER BY position DESC LIMIT 1) AS head),
  waiting AS (
    SELECT entry.at FROM audit_unsealed AS unsealed JOIN audit_entries AS entry ON entry.id = unsealed.entry_id
     WHERE $1::text IS NULL OR entry.agency_id = $1::uuid)
  SELECT (SELECT coalesce(sum(position), 0)::bigint FROM heads) AS sealed,
         (SELECT max(sealed_at) FROM heads) AS "sealedUntil",
         (SELECT count(*) FROM waiting) AS unsealed, (SELECT min(at) FROM waiting) AS "oldestUnsealedAt"`;
