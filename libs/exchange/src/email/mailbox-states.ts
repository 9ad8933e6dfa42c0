import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { RecordTracking } from '../record-tracking.js';
import { MailboxDocumentQuery } from './mailbox-document.query.js';
import type { LinkedDelivery } from './mailbox-links.js';

interface MailboxState {
  readonly code: string;
  readonly actor: string | null;
  readonly note: string | null;
  readonly arrivalNumber: number | null;
}

/** What somebody at a mailbox did: for the sender to see, and on record with the mailbox. Joins a transaction. */
@Injectable()
export class MailboxStates {
  constructor(
    private readonly tracking: RecordTracking,
    private readonly document: MailboxDocumentQuery,
    private readonly audit: Audit,
  ) {}

  async record({ deliveryId, mailbox }: LinkedDelivery, state: MailboxState): Promise<void> {
    await this.tracking.execute({ deliveryId, ...state });
    const { documentId, senderId } = await this.document.placeOf(deliveryId);
    const who = [state.actor, mailbox].filter((word) => word !== null).join(', ');
    await this.audit.record(null, {
      action: 'document.state-reported',
      objectType: 'document',
      objectId: documentId,
      agencyId: senderId,
      note: `${who}: ${state.code}`,
      data: { deliveryId },
      after: { ...state, mailbox },
    });
  }
}
