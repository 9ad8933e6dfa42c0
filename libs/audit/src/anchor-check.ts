import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import { anchorChain, type AuditFault } from './audit-fault.js';
import { type Anchor, anchorHashOf, chainStart, type Head } from './chain.js';

const batchSize = 1000;

interface AnchorRow extends Anchor {
  readonly hash: string;
  /** Its heads that the chains no longer bear out, with how far the chain reaches. */
  readonly lost: readonly (Head & { readonly reaches: number })[];
}

/** An anchor as it was written down outside the database. */
export interface KeptAnchor {
  readonly number: number;
  readonly hash: string;
}

/** Compares the anchors with each other and with the chains. Runs inside the transaction of the verification. */
@Injectable()
export class AnchorCheck {
  constructor(private readonly database: Database) {}

  /** With an anchor that was kept outside: also whether it is still one of them. */
  async execute(kept?: KeptAnchor): Promise<AuditFault[]> {
    const faults: AuditFault[] = [];
    let last: KeptAnchor = { number: 0, hash: chainStart };
    for (let rows = await this.batch(0); rows.length > 0; rows = await this.batch(last.number)) {
      for (const row of rows) {
        faults.push(...anchorFaults(row, last, kept), ...headFaults(row));
        last = row;
      }
    }
    if (kept !== undefined && kept.number > last.number) {
      faults.push({ fault: 'anchor-removed', chain: anchorChain, position: kept.number, entryId: null, at: null });
    }
    return [...firstOfEach(faults), ...(await this.beyondAnchors())];
  }

  private async batch(after: number): Promise<AnchorRow[]> {
    return this.database.query<AnchorRow>(
      `SELECT anchor.number, anchor.heads, anchor.hash, anchor.anchored_at AS "anchoredAt", lost.heads AS lost
         FROM audit_anchors AS anchor
        CROSS JOIN LATERAL (
              SELECT coalesce(jsonb_agg(jsonb_build_object('chain', head.chain, 'position', head.position,
                                                           'hash', head.hash, 'reaches', chain.reaches)), '[]') AS heads
                FROM jsonb_to_recordset(anchor.heads) AS head(chain text, position bigint, hash text)
                LEFT JOIN audit_seals AS seal ON seal.chain = head.chain AND seal.position = head.position
               CROSS JOIN LATERAL (SELECT coalesce(max(position), 0) AS reaches FROM audit_seals
                                    WHERE audit_seals.chain = head.chain) AS chain
               -- A hole in the middle is told by the chain itself.
               WHERE seal.hash <> head.hash OR chain.reaches < head.position) AS lost
        WHERE anchor.number > $1 ORDER BY anchor.number LIMIT $2`,
      [after, batchSize],
    );
  }

  /** Seals and their anchor are written together: a chain that reaches beyond its last anchor has lost one. */
  private async beyondAnchors(): Promise<AuditFault[]> {
    const rows = await this.database.query<{ chain: string; position: number; at: Date }>(
      `WITH anchored AS (
         SELECT head.chain, max(head.position) AS position
           FROM audit_anchors AS anchor,
                jsonb_to_recordset(anchor.heads) AS head(chain text, position bigint) GROUP BY head.chain)
       SELECT seal.chain, min(seal.position) AS position, min(seal.sealed_at) AS at
         FROM audit_seals AS seal LEFT JOIN anchored ON anchored.chain = seal.chain
        WHERE seal.position > coalesce(anchored.position, 0) GROUP BY seal.chain ORDER BY seal.chain`,
    );
    return rows.map(({ chain, position, at }) => ({ fault: 'anchor-removed', chain, position, entryId: null, at }));
  }
}

function anchorFaults(row: AnchorRow, last: KeptAnchor, kept: KeptAnchor | undefined): AuditFault[] {
  const place = { chain: anchorChain, position: row.number, entryId: null, at: row.anchoredAt };
  if (row.number !== last.number + 1) {
    return [{ ...place, fault: 'anchor-removed', position: last.number + 1 }];
  }
  const isKept = kept?.number !== row.number || kept.hash === row.hash;
  return isKept && anchorHashOf(last.hash, row) === row.hash ? [] : [{ ...place, fault: 'anchor-changed' }];
}

function headFaults(row: AnchorRow): AuditFault[] {
  return row.lost.map(({ chain, position, reaches }) => {
    const place = { chain, entryId: null, at: row.anchoredAt };
    return reaches < position
      ? { ...place, fault: 'tail-cut', position: reaches + 1 }
      : { ...place, fault: 'rewritten', position };
  });
}

/** Of a chain that was cut or rewritten, where that begins: every later anchor says the same again. */
function firstOfEach(faults: readonly AuditFault[]): AuditFault[] {
  const seen = new Set<string>();
  return faults.filter(({ fault, chain }) => {
    const key = `${fault} ${chain}`;
    const isNew = chain === anchorChain || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
