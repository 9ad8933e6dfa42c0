import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { urgencies } from '#contracts';
import { Documents } from '#documents';
import { Clock, DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { CarryOutSending } from './carry-out-sending.js';

/** What was ordered for now, and by whom. */
interface Order {
  readonly postId: string;
  readonly sendAt: Date;
  readonly fullName: string;
  readonly position: string;
}

/**
 * Sends what was set for a time that has come, each document in a transaction of its own and under the lock of its row:
 * whoever calls it off, sends it now or looks at the clock at the same moment comes before or after, never between. The
 * order stands although the clerk who gave it has left since, because the agency gave it. [own] What can’t be sent
 * stays with the clerk and says why.
 */
@Injectable()
export class SendDue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly carryOut: CarryOutSending,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** Gives how many were sent. */
  async execute(): Promise<number> {
    const due = await this.database.query<{ documentId: string }>(
      `SELECT document_id AS "documentId" FROM scheduled_sendings AS sending
         JOIN documents AS document ON document.id = document_id
        WHERE failed_at IS NULL AND send_at <= $1
        ORDER BY array_position($2::text[], document.urgency) DESC, send_at, document_id`,
      [this.clock.now(), urgencies],
    );
    let sent = 0;
    for (const { documentId } of due) {
      sent += (await this.send(documentId)) ? 1 : 0;
    }
    return sent;
  }

  private async send(documentId: string): Promise<boolean> {
    try {
      return await this.database.transaction(() => this.sendIfDue(documentId));
    } catch (error) {
      if (!(error instanceof DomainError)) {
        throw error;
      }
      await this.keepFailure(documentId, error);
      return false;
    }
  }

  private async sendIfDue(documentId: string): Promise<boolean> {
    const document = await this.documents.holdForSystem(documentId);
    const order = await this.takeOrder(documentId);
    if (order === undefined) {
      return false;
    }
    const { postId, sendAt, fullName, position } = order;
    const change = await this.documents.move(document, 'send');
    const data = await this.carryOut.execute({ document, byPostId: postId, senderId: document.agencyId, number: 1 });
    await this.audit.record(null, {
      action: 'document.sent',
      objectType: 'document',
      objectId: documentId,
      agencyId: document.agencyId,
      note: `Gửi theo giờ hẹn của ${fullName}, ${position}`,
      data: { ...data, sendAt: sendAt.toISOString(), setByPostId: postId },
      ...change,
    });
    return true;
  }

  /** The one guard: who takes the order sends. */
  private async takeOrder(documentId: string): Promise<Order | undefined> {
    const [order] = await this.database.query<Order>(
      `DELETE FROM scheduled_sendings AS sending USING posts AS post, people AS person
        WHERE sending.document_id = $1 AND sending.failed_at IS NULL AND sending.send_at <= $2
          AND post.id = sending.set_by_post_id AND person.id = post.person_id
       RETURNING post.id AS "postId", sending.send_at AS "sendAt", person.full_name AS "fullName", post.position`,
      [documentId, this.clock.now()],
    );
    return order;
  }

  private async keepFailure(documentId: string, { code, params }: DomainError): Promise<void> {
    await this.database.transaction(async () => {
      const now = this.clock.now();
      const [failed] = await this.database.query<{ agencyId: string; sendAt: Date }>(
        `UPDATE scheduled_sendings AS sending SET failed_at = $2, failure_code = $3, failure_params = $4
           FROM documents AS document
          WHERE sending.document_id = $1 AND failed_at IS NULL AND send_at <= $2 AND document.id = sending.document_id
         RETURNING document.agency_id AS "agencyId", sending.send_at AS "sendAt"`,
        [documentId, now, code, JSON.stringify(params)],
      );
      if (failed === undefined) {
        return;
      }
      await this.audit.record(null, {
        action: 'document.sending-failed',
        objectType: 'document',
        objectId: documentId,
        agencyId: failed.agencyId,
        data: { code, params, sendAt: failed.sendAt.toISOString() },
        after: { failure: code },
      });
      await this.live.publish([failed.agencyId], 'documents', documentId);
    });
  }
}
