import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { AnchorCheck, type KeptAnchor } from './anchor-check.js';
import type { AuditFault } from './audit-fault.js';
import { type ChainedEntry, chainedColumns, chainStart, sealOf } from './chain.js';

export interface AuditVerification {
  readonly checked: number;
  /** Written within the last seconds and not in a chain yet. */
  readonly unsealed: number;
  readonly faults: readonly AuditFault[];
}

export interface VerificationOptions {
  /** An anchor that was kept outside: without it a trail that was cut with all its anchors looks whole. */
  readonly anchor?: KeptAnchor;
  readonly onProgress?: (checked: number) => void;
}

interface SealedRow extends ChainedEntry {
  readonly chain: string;
  readonly position: number;
  readonly hash: string;
  readonly sealedAt: Date;
  readonly entryId: string;
  readonly present: boolean;
}

const batchSize = 5000;

/** Reads the whole trail again and names each row that was changed, removed or inserted behind its back. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly database: Database,
    private readonly anchorCheck: AnchorCheck,
  ) {}

  async execute({ anchor, onProgress = () => undefined }: VerificationOptions = {}): Promise<AuditVerification> {
    return this.database.transaction(async () => {
      // One moment for all: entries, seals and anchors that are written meanwhile would not fit together.
      await this.database.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const { checked, faults } = await this.chains(onProgress);
      const others = [...(await this.inserted()), ...(await this.anchorCheck.execute(anchor))];
      const [unsealed] = await this.database.query<{ count: number }>('SELECT count(*) AS count FROM audit_unsealed');
      return { checked, unsealed: unsealed?.count ?? 0, faults: [...faults, ...others] };
    });
  }

  private async chains(onProgress: (checked: number) => void): Promise<{ checked: number; faults: AuditFault[] }> {
    const faults: AuditFault[] = [];
    let checked = 0;
    let last = { chain: '', position: 0, hash: chainStart };
    for (let rows = await this.batch(last); rows.length > 0; rows = await this.batch(last)) {
      for (const row of rows) {
        const before = row.chain === last.chain ? last : { chain: row.chain, position: 0, hash: chainStart };
        faults.push(...faultsOf(row, before.hash, before.position));
        last = row;
      }
      checked += rows.length;
      onProgress(checked);
    }
    return { checked, faults };
  }

  private async batch(last: { readonly chain: string; readonly position: number }): Promise<SealedRow[]> {
    return this.database.query<SealedRow>(
      `SELECT seal.chain, seal.position, seal.hash, seal.sealed_at AS "sealedAt", seal.entry_id AS "entryId",
              entry.id IS NOT NULL AS present, ${chainedColumns}
         FROM audit_seals AS seal LEFT JOIN audit_entries AS entry ON entry.id = seal.entry_id
        WHERE (seal.chain, seal.position) > ($1, $2) ORDER BY seal.chain, seal.position LIMIT $3`,
      [last.chain, last.position, batchSize],
    );
  }

  private async inserted(): Promise<AuditFault[]> {
    const rows = await this.database.query<{ id: string; chain: string; at: Date }>(
      `SELECT entry.id, coalesce(entry.agency_id::text, 'system') AS chain, entry.at FROM audit_entries AS entry
        WHERE NOT EXISTS (SELECT 1 FROM audit_seals AS seal WHERE seal.entry_id = entry.id)
          AND NOT EXISTS (SELECT 1 FROM audit_unsealed AS unsealed WHERE unsealed.entry_id = entry.id)`,
    );
    return rows.map(({ id, chain, at }) => ({ chain, position: null, entryId: id, fault: 'inserted', at }));
  }
}

function faultsOf(row: SealedRow, previous: string, position: number): AuditFault[] {
  const { chain, position: ownPosition, hash, sealedAt, entryId, present, ...entry } = row;
  const place = { chain, position: ownPosition, entryId, at: present ? entry.at : sealedAt };
  if (ownPosition !== position + 1) {
    return [{ ...place, fault: 'seal-removed' }];
  }
  if (!present) {
    return [{ ...place, fault: 'removed' }];
  }
  return sealOf(previous, entry) === hash ? [] : [{ ...place, fault: 'changed' }];
}
