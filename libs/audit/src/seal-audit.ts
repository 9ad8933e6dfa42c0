import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { type ChainedEntry, chainedColumns, chainOf, chainStart, sealOf } from './chain.js';

const batchSize = 1000;
/** Any constant: one sealer at a time, so that a chain never forks. */
const sealerLock = 7_301_001;

interface Head {
  readonly position: number;
  readonly hash: string;
}

/**
 * Seals what was written to the trail into the chain of its agency, in the background: writers never wait for each
 * other. What is not sealed yet stands in audit_unsealed.
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
      if (lock?.held !== true) {
        return 0;
      }
      const entries = await this.database.query<ChainedEntry>(
        `SELECT ${chainedColumns} FROM audit_unsealed AS unsealed
           JOIN audit_entries AS entry ON entry.id = unsealed.entry_id
          ORDER BY entry.id LIMIT $1`,
        [batchSize],
      );
      await this.append(entries);
      return entries.length;
    });
  }

  private async append(entries: readonly ChainedEntry[]): Promise<void> {
    const heads = await this.heads([...new Set(entries.map(chainOf))]);
    const seals = entries.map((entry) => {
      const chain = chainOf(entry);
      const head = heads.get(chain) ?? { position: 0, hash: chainStart };
      const next = { position: head.position + 1, hash: sealOf(head.hash, entry) };
      heads.set(chain, next);
      return { chain, entry_id: entry.id, ...next };
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
  }

  private async heads(chains: readonly string[]): Promise<Map<string, Head>> {
    const rows = await this.database.query<Head & { chain: string }>(
      `SELECT chain, head.position, head.hash FROM unnest($1::text[]) AS chain
        CROSS JOIN LATERAL (SELECT position, hash FROM audit_seals WHERE audit_seals.chain = chain.chain
                             ORDER BY position DESC LIMIT 1) AS head`,
      [chains],
    );
    return new Map(rows.map((row) => [row.chain, { position: row.position, hash: row.hash }]));
  }
}
