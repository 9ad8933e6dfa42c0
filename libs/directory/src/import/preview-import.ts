import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#contracts';
import { type ImportOutcome, Imports } from './imports.js';
import { readAgencyTable } from './read-agency-table.js';

/** Says what a file of agencies would do, and everything that is wrong with it; writes nothing. */
@Injectable()
export class PreviewImport {
  constructor(private readonly imports: Imports) {}

  /** @throws DomainError `permission.denied`, what `readAgencyTable` refuses, and what the reading of `content` throws. */
  async execute(actor: Actor, content: AsyncIterable<Buffer>): Promise<ImportOutcome> {
    this.imports.checkActor(actor);
    return this.imports.compare(await readAgencyTable(await buffer(content)));
  }
}
