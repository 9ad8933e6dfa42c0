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
    // Every batch that is sealed ends with its anchor: of all chains together it tells the last moment.
    const sealedUntil = chain === null ? anchor?.anchoredAt : counts?.sealedUntil;
    return {
      entries: (counts?.sealed ?? 0) + (counts?.unsealed ?? 0),
      unsealed: counts?.unsealed ?? 0,
      oldestUnsealedAt: iso(counts?.oldestUnsealedAt),
      sealedUntil: iso(sealedUntil),
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

function iso(moment: Date | null | undefined): string | null {
  return moment?.toISOString() ?? null;
}

/** From head to head of the chains, one step in the index for each, never over their entries. */
const countsSql = `
  WITH RECURSIVE heads AS (
    (SELECT chain, position FROM audit_seals WHERE $1::text IS NULL OR chain = $1
      ORDER BY chain DESC, position DESC LIMIT 1)
    UNION ALL
    SELECT next.chain, next.position FROM heads
     CROSS JOIN LATERAL (SELECT chain, position FROM audit_seals WHERE chain < heads.chain AND $1::text IS NULL
                          ORDER BY chain DESC, position DESC LIMIT 1) AS next),
  waiting AS (
    SELECT entry.at FROM audit_unsealed AS unsealed JOIN audit_entries AS entry ON entry.id = unsealed.entry_id
     WHERE $1::text IS NULL OR entry.agency_id = $1::uuid)
  SELECT (SELECT coalesce(sum(position), 0)::bigint FROM heads) AS sealed,
         (SELECT sealed_at FROM audit_seals WHERE chain = $1 ORDER BY position DESC LIMIT 1) AS "sealedUntil",
         (SELECT count(*) FROM waiting) AS unsealed, (SELECT min(at) FROM waiting) AS "oldestUnsealedAt"`;
