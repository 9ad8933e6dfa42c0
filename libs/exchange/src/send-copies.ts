import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, FurtherCopies } from '#contracts';
import { CheckCopies, CheckPaperReasons, CheckRecipients, Documents, namesNobody, WriteRecipients } from '#documents';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { CarryOutSending } from './carry-out-sending.js';

/** Checks and writes the recipients that a sent document gets besides. */
@Injectable()
export class AddRecipients {
  constructor(
    private readonly database: Database,
    private readonly checkRecipients: CheckRecipients,
    private readonly checkCopies: CheckCopies,
    private readonly writeRecipients: WriteRecipients,
    private readonly checkPaperReasons: CheckPaperReasons,
  ) {}

  /** Gives the number of the sending. @throws DomainError `document.no-recipient` and what its checks refuse. */
  async execute(actor: Actor, documentId: string, copies: FurtherCopies): Promise<number> {
    if (namesNobody(copies)) {
      throw new DomainError('document.no-recipient');
    }
    const sending = (await this.lastSending(documentId)) + 1;
    await this.checkRecipients.execute(actor, copies);
    await this.checkCopies.execute(documentId, copies, sending);
    await this.writeRecipients.execute(documentId, copies, sending);
    await this.checkPaperReasons.execute(documentId, sending);
    return sending;
  }

  /** The document is held: nobody counts the next sending beside this one. */
  private async lastSending(documentId: string): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(
      'SELECT coalesce(max(sending), 0) AS last FROM dispatches WHERE document_id = $1',
      [documentId],
    );
    return row?.last ?? 0;
  }
}

/**
 * The clerk sends a sent document to more recipients: a dispatch of its own, of the same content. What was sent before
 * stays as it is, and nobody gets it twice.
 */
@Injectable()
export class SendCopies {
  constructor(
    private readonly database: Database,
    private readonly documents: Documents,
    private readonly addRecipients: AddRecipients,
    private readonly carryOut: CarryOutSending,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `document.wrong-state` before the first sending, `document.recipient-has-copy`, and what
   * `AddRecipients` and `CarryOutSending` refuse.
   */
  async execute(actor: Actor, documentId: string, copies: FurtherCopies): Promise<void> {
    await this.database.transaction(async () => {
      const document = await this.documents.readFor(actor, documentId, 'send-copies');
      await this.documents.move(document, 'send-copies');
      const number = await this.addRecipients.execute(actor, documentId, copies);
      const sent = await this.carryOut.execute({
        document,
        byPostId: actor.postId,
        senderId: document.agencyId,
        number,
      });
      await this.audit.record(actor, {
        action: 'document.copies-sent',
        objectType: 'document',
        objectId: documentId,
        data: { ...sent, sending: number },
        after: { ...copies },
      });
    });
  }
}
