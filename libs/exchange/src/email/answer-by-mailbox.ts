import { Injectable } from '@nestjs/common';
import type { MailboxDocument } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { trackingCodes } from '../delivery-tracking.js';
import { SettleRequests } from '../requests/settle-requests.js';
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
    private readonly settle: SettleRequests,
  ) {}

  /** @throws DomainError `mailbox-link.closed`, `mailbox-link.withdrawn`, `mailbox-link.answered`. */
  async accept(key: string, name: string, arrivalNumber: number | null): Promise<MailboxDocument> {
    return this.answer(key, { code: trackingCodes.accepted, actor: name, note: null, arrivalNumber });
  }

  /** @throws DomainError as `accept`. */
  async refuse(key: string, name: string, reason: string): Promise<MailboxDocument> {
    return this.answer(key, { code: trackingCodes.refused, actor: name, note: reason, arrivalNumber: null });
  }

  /** Agrees (15) to what the sender asks of a document that was accepted, or does not (16). @throws DomainError `sender-request.decided`, `sender-request.reason-missing`. */
  async decide(
    key: string,
    { requestId, agrees, by, note }: { requestId: string; agrees: boolean; by: string; note: string },
  ): Promise<MailboxDocument> {
    if (!agrees && note === '') {
      throw new DomainError('sender-request.reason-missing');
    }
    const token = this.keys.tokenIn(key);
    const { deliveryId } = await this.database.transaction(async () => {
      const link = await this.links.hold(token);
      const request = await this.settle.holdFor(link.deliveryId, { requestId, askedUntil: null });
      if (request === undefined) {
        throw new DomainError('sender-request.decided');
      }
      const said = note === '' ? null : note;
      const code = agrees ? trackingCodes.agreed : trackingCodes.notAgreed;
      await this.states.record(link, { code, actor: by, note: said, arrivalNumber: null });
      await this.settle.conclude(request, { agrees, by, note: said });
      return link;
    });
    return this.document.of(deliveryId, key);
  }

  private async answer(
    key: string,
    given: { code: string; actor: string; note: string | null; arrivalNumber: number | null },
  ): Promise<MailboxDocument> {
    const token = this.keys.tokenIn(key);
    const { deliveryId } = await this.database.transaction(async () => {
      const link = await this.links.hold(token);
      if (link.isWithdrawn) {
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
