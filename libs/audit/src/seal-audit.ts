import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { anchorHashOf, type ChainedEntry, chainedColumns, chainOf, chainStart, type Head, sealOf } from './chain.js';

const batchSize = 1000;
/** Any constant: one sealer at a time, so that a chain never forks. */
const sealerLock = 7_301_001;

/**
 * Seals what was written to the trail into the chain of its agency, in the background: writers never wait for each
 * other. What is not sealed yet stands in audit_unsealed. Each batch ends in an anchor over the chains that moved.
 */
@Injectable()
export class SealAudit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Seals a batch; gives how many entries it sealed. */
  async execute(): Promise<number> {
    return this.database.transaction(async () => {
      const [lock] = await this.database.query<{ held: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS held', [
        sealerLock,
      ]);
      const entries = lock?.held === true ? await this.unsealed() : [];
      if (entries.length > 0) {
        await this.anchor(await this.append(entries));
      }
      return entries.length;
    });
  }

  private async unsealed(): Promise<ChainedEntry[]> {
    return this.database.query<ChainedEntry>(
      `SELECT ${chainedColumns} FROM audit_unsealed AS unsealed
         JOIN audit_entries AS entry ON entry.id = unsealed.entry_id
        ORDER BY entry.id LIMIT $1`,
      [batchSize],
    );
  }

  /** Seals the entries and gives the heads of the chains that moved. */
  private async append(entries: readonly ChainedEntry[]): Promise<Head[]> {
    const heads = await this.heads([...new Set(entries.map(chainOf))]);
    const seals = entries.map((entry) => {
      const chain = chainOf(entry);
      const head = heads.get(chain) ?? { chain, position: 0, hash: chainStart };
      const next = { chain, position: head.position + 1, hash: sealOf(head.hash, entry) };
      heads.set(chain, next);
      return { entry_id: entry.id, ...next };
    });
    await this.database.query(
      `INSERT INTO audit_seals (chain, position, entry_id, hash, sealed_at)
       SELECT chain, position, entry_id, hash, $2
         FROM jsonb_to_recordset($1::jsonb) AS seal(chain text, position bigint, entry_id uuid, hash text)`,
      [JSON.stringify(seals), this.clock.now()],
    );
    await this.database.query('DELETE FROM audit_unsealed WHERE entry_id = ANY($1::uuid[])', [
      entries.map((entry) => entry.id),
    ]);
    return [...heads.values()];
  }

  private async heads(chains: readonly string[]): Promise<Map<string, Head>> {
    const rows = await this.database.query<Head>(
      `SELECT chain, head.position, head.hash FROM unnest($1::text[]) AS chain
        CROSS JOIN LATERAL (SELECT position, hash FROM audit_seals WHERE audit_seals.chain = chain.chain
                             ORDER BY position DESC LIMIT 1) AS head`,
      [chains],
    );
    return new Map(rows.map((row) => [row.chain, row]));
  }

  private async anchor(heads: readonly Head[]): Promise<void> {
    const [last] = await this.database.query<{ number: number; hash: string }>(
      'SELECT number, hash FROM audit_anchors ORDER BY number DESC LIMIT 1',
    );
    const anchor = { number: (last?.number ?? 0) + 1, heads, anchoredAt: this.clock.now() };
    await this.database.query('INSERT INTO audit_anchors (number, heads, hash, anchored_at) VALUES ($1, $2, $3, $4)', [
      anchor.number,
      JSON.stringify(heads),
      anchorHashOf(last?.hash ?? chainStart, anchor),
      anchor.anchoredAt,
    ]);
  }
}
