import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { allowsMove } from '../document-lifecycle.js';
import { DocumentVersions } from './document-versions.js';
import { Documents } from '../documents.js';

/** The drafter keeps the draft as it is now, to be able to look back. */
@Injectable()
export class KeepVersion {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly versions: DocumentVersions,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** Gives its number. @throws DomainError `document.wrong-state`, `review.unchanged` since the latest version. */
  async execute(actor: Actor, documentId: string): Promise<number> {
    return this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'keep-version');
      if (!allowsMove(document.state, 'keep-version')) {
        throw new DomainError('document.wrong-state', { state: document.state });
      }
      const same = await this.versions.latestIfUnchanged(documentId);
      if (same !== undefined) {
        throw new DomainError('review.unchanged', { number: same });
      }
      const number = await this.versions.keep(actor, documentId, 'kept');
      await this.audit.record(actor, {
        action: 'document.version-kept',
        objectType: 'document',
        objectId: documentId,
        after: { version: number },
      });
      await this.live.publish([document.agencyId], 'documents', documentId);
      return number;
    });
  }
}
