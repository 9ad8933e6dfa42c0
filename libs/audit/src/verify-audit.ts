import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { type ChainedEntry, chainedColumns, chainStart, sealOf } from './chain.js';

export interface AuditFault {
  readonly chain: string;
  readonly position: number | null;
  readonly entryId: string;
  readonly fault: 'changed' | 'removed' | 'inserted' | 'seal-removed';
}

export interface AuditVerification {
  readonly checked: number;
  /** Written within the last seconds and not in a chain yet. */
  readonly unsealed: number;
  readonly faults: readonly AuditFault[];
}

interface SealedRow extends ChainedEntry {
  readonly chain: string;
  readonly position: number;
  readonly hash: string;
  readonly entryId: string;
  readonly present: boolean;
}

const batchSize = 5000;

/** Reads the whole trail again and names each row that was changed, removed or inserted behind its back. */
@Injectable()
export class VerifyAudit {
  constructor(private readonly database: Database) {}

  async execute(onProgress: (checked: number) => void = () => undefined): Promise<AuditVerification> {
    const faults: AuditFault[] = [];
    let checked = 0;
    let chain = '';
    let position = 0;
    let previous = chainStart;
    for (let rows = await this.batch(chain, position); rows.length > 0; rows = await this.batch(chain, position)) {
      for (const row of rows) {
        if (row.chain !== chain) {
          chain = row.chain;
          position = 0;
          previous = chainStart;
        }
        faults.push(...faultsOf(row, previous, position));
        previous = row.hash;
        position = row.position;
      }
      checked += rows.length;
      onProgress(checked);
    }
    faults.push(...(await this.inserted()));
    const [unsealed] = await this.database.query<{ count: number }>('SELECT count(*) AS count FROM audit_unsealed');
    return { checked, unsealed: unsealed?.count ?? 0, faults };
  }

  private async batch(chain: string, position: number): Promise<SealedRow[]> {
    return this.database.query<SealedRow>(
      `SELECT seal.chain, seal.position, seal.hash, seal.entry_id AS "entryId", entry.id IS NOT NULL AS present,
              ${chainedColumns}
         FROM audit_seals AS seal LEFT JOIN audit_entries AS entry ON entry.id = seal.entry_id
        WHERE (seal.chain, seal.position) > ($1, $2) ORDER BY seal.chain, seal.position LIMIT $3`,
      [chain, position, batchSize],
    );
  }

  private async inserted(): Promise<AuditFault[]> {
    const rows = await this.database.query<{ id: string; chain: string }>(
      `SELECT entry.id, coalesce(entry.agency_id::text, 'system') AS chain FROM audit_entries AS entry
        WHERE NOT EXISTS (SELECT 1 FROM audit_seals AS seal WHERE seal.entry_id = entry.id)
          AND NOT EXISTS (SELECT 1 FROM audit_unsealed AS unsealed WHERE unsealed.entry_id = entry.id)`,
    );
    return rows.map(({ id, chain }) => ({ chain, position: null, entryId: id, fault: 'inserted' }));
  }
}

function faultsOf(row: SealedRow, previous: string, position: number): AuditFault[] {
  const place = { chain: row.chain, position: row.position, entryId: row.entryId };
  if (row.position !== position + 1) {
    return [{ ...place, fault: 'seal-removed' }];
  }
  if (!row.present) {
    return [{ ...place, fault: 'removed' }];
  }
  const { chain: _chain, position: _position, hash, entryId: _entryId, present: _present, ...entry } = row;
  return sealOf(previous, entry) === hash ? [] : [{ ...place, fault: 'changed' }];
}
