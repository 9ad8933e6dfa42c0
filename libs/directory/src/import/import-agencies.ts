import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { DirectoryEdits } from '../directory-edits.js';
import { type ImportOutcome, Imports } from './imports.js';
import { readAgencyTable } from './read-agency-table.js';
import { WriteImport } from './write-import.js';

export interface ImportCommand {
  /** Read only when the actor may import. */
  readonly content: AsyncIterable<Buffer>;
  /** The digest of the plan that was looked at. */
  readonly plan: string;
}

/** Does what the preview of a file said: all of it or nothing. */
@Injectable()
export class ImportAgencies {
  constructor(
    private readonly database: Database,
    private readonly imports: Imports,
    private readonly edits: DirectoryEdits,
    private readonly writeImport: WriteImport,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /**
   * The same import again finds nothing left to do, and succeeds.
   *
   * @throws DomainError `permission.denied`, `file-import.has-faults`, `file-import.changed-meanwhile`, and what
   * `readAgencyTable` refuses, and what the reading of `content` throws.
   */
  async execute(actor: Actor, { content, plan }: ImportCommand): Promise<ImportOutcome> {
    this.imports.checkActor(actor);
    const file = await buffer(content);
    const read = await readAgencyTable(file);
    return this.database.transaction(async () => {
      await this.edits.begin(actor);
      const outcome = await this.imports.compare(read);
      if (outcome.faults.length > 0) {
        throw new DomainError('file-import.has-faults', { count: outcome.faults.length });
      }
      if (outcome.added.length + outcome.changed.length === 0) {
        return { ...outcome, imported: true };
      }
      if (outcome.digest !== plan) {
        throw new DomainError('file-import.changed-meanwhile');
      }
      await this.writeImport.execute(actor, outcome);
      await this.audit.record(actor, {
        action: 'agency.imported',
        objectType: 'agency-import',
        objectId: plan,
        data: {
          fileDigest: createHash('sha256').update(file).digest('hex'),
          added: outcome.added.length,
          changed: outcome.changed.length,
        },
      });
      await this.live.publishToAll('agencies');
      return { ...outcome, imported: true };
    });
  }
}
