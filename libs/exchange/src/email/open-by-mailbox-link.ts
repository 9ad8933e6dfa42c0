import { Injectable } from '@nestjs/common';
import type { MailboxDocument } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { trackingCodes } from '../delivery-tracking.js';
import { MailboxDocumentQuery } from './mailbox-document.query.js';
import { MailboxKeys } from './mailbox-keys.js';
import { type LinkedDelivery, MailboxLinks } from './mailbox-links.js';
import { MailboxStates } from './mailbox-states.js';

/** The code of the second mail opens the document. */
@Injectable()
export class OpenByMailboxLink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: MailboxLinks,
    private readonly keys: MailboxKeys,
    private readonly states: MailboxStates,
    private readonly document: MailboxDocumentQuery,
  ) {}

  /**
   * The first opening is the arrival (01).
   *
   * @throws DomainError what a link that can’t be used answers, `mailbox-link.wrong-code`.
   */
  async execute(token: string, code: string): Promise<MailboxDocument> {
    const opened = await this.database.transaction(async () => {
      const link = await this.links.hold(token);
      this.links.checkUsable(link);
      if (!(await this.links.tryCode(link, code))) {
        return undefined;
      }
      if (link.openedAt === null) {
        await this.arrive(link);
      }
      return link;
    });
    // Outside of the transaction, which keeps the count of wrong guesses.
    if (opened === undefined) {
      throw new DomainError('mailbox-link.wrong-code');
    }
    return this.document.of(opened.deliveryId, this.keys.keyOf(token));
  }

  private async arrive(link: LinkedDelivery): Promise<void> {
    await this.database.query('UPDATE mailbox_links SET opened_at = $2 WHERE delivery_id = $1', [
      link.deliveryId,
      this.clock.now(),
    ]);
    const state = { code: trackingCodes.arrived, actor: null, note: null, arrivalNumber: null };
    await this.states.record(link, state);
  }
}
