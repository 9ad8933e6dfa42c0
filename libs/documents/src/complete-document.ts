import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { Clock } from '#kernel';
import { Database, Events } from '#platform';
import { documentCompleted } from './document-events.js';
import { Documents } from './documents.js';

/** The work on a sent document has ended; it goes to the archive. */
@Injectable()
export class CompleteDocument {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly events: Events,
    private readonly audit: Audit,
  ) {}

  async execute(actor: Actor, documentId: string): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'complete');
      const change = await this.documents.move(document, 'complete');
      await this.audit.record(actor, {
        action: 'document.completed',
        objectType: 'document',
        objectId: documentId,
        ...change,
      });
      await this.events.emit(documentCompleted, { documentId, actorName: actor.fullName, at: this.clock.now() });
    });
  }
}
