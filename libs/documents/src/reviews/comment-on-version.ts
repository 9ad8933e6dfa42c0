import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { allowsMove } from '../document-lifecycle.js';
import { Documents } from '../documents.js';
import { Opinions } from './opinions.js';

export interface CommentCommand {
  readonly documentId: string;
  readonly versionNumber: number;
  readonly text: string;
}

/** Those who work on a draft say something about one of its versions; nothing moves by that. */
@Injectable()
export class CommentOnVersion {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly opinions: Opinions,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `document.wrong-state` once its content is locked, `not-found` for a version that it has not. */
  async execute(actor: Actor, { documentId, versionNumber, text }: CommentCommand): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'comment');
      if (!allowsMove(document.state, 'comment')) {
        throw new DomainError('document.wrong-state', { state: document.state });
      }
      const known = await this.database.query(
        'SELECT 1 FROM document_versions WHERE document_id = $1 AND number = $2',
        [documentId, versionNumber],
      );
      if (known.length === 0) {
        throw new DomainError('not-found');
      }
      const id = await this.opinions.add(actor, { documentId, kind: 'comment', text, versionNumber });
      // The words of a draft stay with the draft: the trail keeps their digest.
      await this.audit.record(actor, {
        action: 'document.commented',
        objectType: 'document',
        objectId: documentId,
        data: { version: versionNumber },
        after: { id, text },
      });
      await this.live.publish([document.agencyId], 'documents', documentId);
    });
  }
}
