import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Database } from '#platform';
import { Documents } from './documents.js';

/** The leader approves a submitted document: its content is locked from here. */
@Injectable()
export class ApproveDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'approve');
      await this.documents.move(document, 'approve');
      await this.audit.record(actor, { action: 'document.approved', objectType: 'document', objectId: documentId });
    });
  }
}

/** The leader gives a submitted document back to its drafter with an opinion, which stays with it. */
@Injectable()
export class ReturnDocument {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, documentId: string, opinion: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'return');
      await this.documents.move(document, 'return');
      await this.audit.record(actor, {
        action: 'document.returned',
        objectType: 'document',
        objectId: documentId,
        note: opinion,
      });
    });
  }
}
