import { Injectable } from '@nestjs/common';
import type { MailboxDocument } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { trackingCodes } from '../delivery-tracking.js';
import { MailboxDocumentQuery } from './mailbox-document.query.js';
import { MailboxKeys } from './mailbox-keys.js';
import { MailboxLinks } from './mailbox-links.js';
import { MailboxStates } from './mailbox-states.js';

/** Who opened a document by a mailbox accepts it (03) or sends it back with a reason (02), once. */
@Injectable()
export class AnswerByMailbox {
  constructor(
    private readonly database: Database,
    private readonly links: MailboxLinks,
    private readonly keys: MailboxKeys,
    private readonly states: MailboxStates,
    private readonly document: MailboxDocumentQuery,
  ) {}

  /** @throws DomainError `mailbox-link.closed`, `mailbox-link.withdrawn`, `mailbox-link.answered`. */
  async accept(key: string, name: string, arrivalNumber: number | null): Promise<MailboxDocument> {
    return this.answer(key, { code: trackingCodes.accepted, actor: name, note: null, arrivalNumber });
  }

  /** @throws DomainError as `accept`. */
  async refuse(key: string, name: string, reason: string): Promise<MailboxDocument> {
    return this.answer(key, { code: trackingCodes.refused, actor: name, note: reason, arrivalNumber: null });
  }

  private async answer(
    key: string,
    given: { code: string; actor: string; note: string | null; arrivalNumber: number | null },
  ): Promise<MailboxDocument> {
    const token = this.keys.tokenIn(key);
    const { deliveryId } = await this.database.transaction(async () => {
      const link = await this.links.hold(token);
      if (link.transportState === 'cancelled') {
        throw new DomainError('mailbox-link.withdrawn');
      }
      if (link.state !== 'arrived') {
        throw new DomainError('mailbox-link.answered');
      }
      await this.states.record(link, given);
      return link;
    });
    return this.document.of(deliveryId, key);
  }
}
