import { Injectable } from '@nestjs/common';
import { Audit, type AuditRecord } from '#audit';

/** Entries that one statement writes. */
const entriesAtOnce = 5_000;

/** Puts on record what a reorganisation moved, however much that is. */
@Injectable()
export class RecordMoves {
  constructor(private readonly audit: Audit) {}

  async execute(entries: readonly AuditRecord[]): Promise<void> {
    for (let first = 0; first < entries.length; first += entriesAtOnce) {
      await this.audit.record(null, ...entries.slice(first, first + entriesAtOnce));
    }
  }
}
