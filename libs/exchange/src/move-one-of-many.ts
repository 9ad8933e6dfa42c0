import { Injectable } from '@nestjs/common';
import { type Actor, type BulkAction, isPermitted, type Permission } from '#contracts';
import { CompleteDocument, Documents, IssueDocument } from '#documents';
import { DomainError } from '#kernel';
import { DispatchDocument } from './dispatch-document.js';

const permissionFor = {
  issue: 'document:issue',
  send: 'document:send',
  complete: 'document:complete',
} as const satisfies Record<BulkAction, Permission>;

/** One of several documents that somebody moves at once: a transaction of its own, whatever becomes of the others. */
@Injectable()
export class MoveOneOfMany {
  constructor(
    private readonly documents: Documents,
    private readonly issueDocument: IssueDocument,
    private readonly dispatchDocument: DispatchDocument,
    private readonly completeDocument: CompleteDocument,
  ) {}

  /** Before the first of them: who may do it to no document is told so once. @throws DomainError `permission.denied`. */
  check(actor: Actor, action: BulkAction): void {
    if (!isPermitted(actor, permissionFor[action])) {
      throw new DomainError('permission.denied');
    }
  }

  /** Gives the symbol that it has afterwards. @throws DomainError what the move of a single document refuses. */
  async execute(actor: Actor, action: BulkAction, documentId: string): Promise<string | null> {
    switch (action) {
      case 'issue':
        return this.issueDocument.execute(actor, documentId);
      case 'send':
        await this.dispatchDocument.execute(actor, documentId);
        break;
      case 'complete':
        await this.completeDocument.execute(actor, documentId);
        break;
    }
    return (await this.documents.read(actor, documentId)).symbol;
  }
}
