import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { Documents } from '../documents.js';
import { SheetFactsQuery } from './sheet-facts.query.js';
import { sheetOf } from './sheet.js';
import { writeDocx } from './write-docx.js';

export interface ExportedTemplate {
  readonly fileName: string;
  readonly content: Buffer;
}

/**
 * A Word file in the form of the type, filled from the fields, for whoever reads the document (Decree 30/2020, Annex I);
 * what was handed out stands on record with its digest.
 */
@Injectable()
export class ExportTemplate {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly facts: SheetFactsQuery,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`. */
  async execute(actor: Actor, documentId: string): Promise<ExportedTemplate> {
    return this.database.transaction(async () => {
      await this.documents.read(actor, documentId);
      const facts = await this.facts.of(documentId);
      const content = await writeDocx(sheetOf(facts));
      const fileName = `${fileNameOf(facts.symbol ?? `Dự thảo ${facts.typeName.toLocaleLowerCase('vi')}`)}.docx`;
      await this.audit.record(actor, {
        action: 'document.exported',
        objectType: 'document',
        objectId: documentId,
        note: fileName,
        after: { fileName, digest: createHash('sha256').update(content).digest('hex') },
      });
      return { fileName, content };
    });
  }
}

/** A symbol has a slash, and a type may have anything that no file is named with. */
function fileNameOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}.\- ]/gu, '-').slice(0, 120);
}
