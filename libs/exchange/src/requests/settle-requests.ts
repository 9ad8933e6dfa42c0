import { Injectable } from '@nestjs/common';
import type { RequestKind } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database, Events, OnEvent } from '#platform';
import { trackingCodes } from '../delivery-tracking.js';
import { deliveriesRecalled, deliveryRefused } from '../exchange-events.js';
import { RecordTracking } from '../record-tracking.js';

/** A request that waits for the recipient, held until the transaction ends. */
export interface OpenRequest {
  readonly id: string;
  readonly deliveryId: string;
  readonly kind: RequestKind;
}

export interface Decision {
  readonly agrees: boolean;
  /** Who decided at the recipient, in words. */
  readonly by: string | null;
  readonly note: string | null;
}

/** What a request that takes effect before registration makes of the delivery. */
const effectOf: Readonly<Record<RequestKind, string>> = {
  recall: trackingCodes.recalled,
  update: trackingCodes.updated,
  replace: trackingCodes.replaced,
};

const agreedEffectOf: Readonly<Record<RequestKind, string>> = {
  ...effectOf,
  recall: trackingCodes.recalledAfterRegistration,
};

const askedAs: Readonly<Record<RequestKind, string>> = {
  recall: trackingCodes.recallAsked,
  update: trackingCodes.updateAsked,
  replace: trackingCodes.replaceAsked,
};

/** What becomes of a request, on the sender’s side. Everything joins the transaction of the change that it follows from. */
@Injectable()
export class SettleRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tracking: RecordTracking,
    private readonly events: Events,
  ) {}

  /** @throws DomainError `sender-request.decided` when it is not about this delivery or no longer open. */
  async hold(requestId: string, deliveryId: string): Promise<OpenRequest> {
    const [request] = await this.database.query<OpenRequest>(
      `SELECT id, delivery_id AS "deliveryId", kind FROM sender_requests
        WHERE id = $1 AND delivery_id = $2 AND state = 'asked' FOR UPDATE`,
      [requestId, deliveryId],
    );
    if (request === undefined) {
      throw new DomainError('sender-request.decided');
    }
    return request;
  }

  /**
   * What a recipient elsewhere decides may name only a delivery: then it is the latest that had been asked about it, or
   * by it, at that time.
   */
  async holdFor(
    deliveryId: string,
    { requestId, askedUntil }: { readonly requestId: string | null; readonly askedUntil: Date | null },
  ): Promise<OpenRequest | undefined> {
    const [request] = await this.database.query<OpenRequest>(
      `SELECT id, delivery_id AS "deliveryId", kind FROM sender_requests
        WHERE (delivery_id = $1 OR by_delivery_id = $1) AND state = 'asked'
          AND ($2::timestamptz IS NULL OR asked_at <= $2) AND ($3::uuid IS NULL OR id = $3)
        ORDER BY id DESC LIMIT 1 FOR UPDATE`,
      [deliveryId, askedUntil, requestId],
    );
    return request;
  }

  /** Agreed (15) or not (16), by somebody of the recipient. */
  async decide(request: OpenRequest, decision: Decision): Promise<void> {
    const { agrees, by, note } = decision;
    const code = agrees ? trackingCodes.agreed : trackingCodes.notAgreed;
    await this.tracking.execute({ deliveryId: request.deliveryId, code, actor: by, note, arrivalNumber: null });
    await this.conclude(request, decision);
  }

  /** As `decide`, when the event of it is written down already. */
  async conclude({ id, deliveryId, kind }: OpenRequest, { agrees, by, note }: Decision): Promise<void> {
    await this.database.query(
      'UPDATE sender_requests SET state = $2, decided_at = $3, decided_by = $4, note = $5 WHERE id = $1',
      [id, agrees ? 'agreed' : 'refused', this.clock.now(), by, note],
    );
    if (agrees) {
      await this.tell(deliveryId, agreedEffectOf[kind]);
      await this.follow(deliveryId, kind);
    } else if (kind === 'recall') {
      await this.letGoOn(deliveryId);
    }
  }

  /** Nobody there had registered it: nobody has to agree. */
  async takeEffect({ id, deliveryId, kind }: OpenRequest): Promise<void> {
    await this.database.query(`UPDATE sender_requests SET state = 'effective', decided_at = $2 WHERE id = $1`, [
      id,
      this.clock.now(),
    ]);
    await this.tell(deliveryId, effectOf[kind]);
    await this.follow(deliveryId, kind);
  }

  /** It has arrived where somebody has to agree. */
  async ask({ id, deliveryId, kind }: OpenRequest): Promise<void> {
    await this.database.query(`UPDATE sender_requests SET state = 'asked' WHERE id = $1`, [id]);
    await this.tell(deliveryId, askedAs[kind]);
  }

  /** There is nothing left that it could be about. */
  async withdraw({ id }: OpenRequest): Promise<void> {
    await this.database.query(`UPDATE sender_requests SET state = 'withdrawn', decided_at = $2 WHERE id = $1`, [
      id,
      this.clock.now(),
    ]);
  }

  /**
   * What was taken back neither updates nor replaces anything any more, nor is there anything left of it to update or to
   * replace; it may count otherwise in the share.
   */
  async recalled(deliveryIds: readonly string[]): Promise<void> {
    await this.fellAway(deliveryIds);
    await this.database.query(
      `UPDATE sender_requests SET state = 'withdrawn', decided_at = $2
        WHERE delivery_id = ANY ($1::uuid[]) AND kind <> 'recall' AND state IN ('sent', 'asked')`,
      [deliveryIds, this.clock.now()],
    );
    await this.events.emit(deliveriesRecalled, { deliveryIds });
  }

  /** What did not stay with its recipient neither updates nor replaces anything there. */
  async fellAway(byDeliveryIds: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE sender_requests SET state = 'withdrawn', decided_at = $2
        WHERE by_delivery_id = ANY ($1::uuid[]) AND state IN ('sent', 'asked')`,
      [byDeliveryIds, this.clock.now()],
    );
  }

  @OnEvent(deliveryRefused)
  async onRefused({ deliveryId }: { readonly deliveryId: string }): Promise<void> {
    await this.fellAway([deliveryId]);
  }

  /** What was stopped on its way for a recall that is refused can be tried again by hand, or given up. */
  private async letGoOn(deliveryId: string): Promise<void> {
    await this.database.query(
      `UPDATE deliveries SET transport_state = 'failed', state = 'needs-attention', state_at = $2
        WHERE id = $1 AND transport_state = 'cancelled' AND state IN ('queued', 'sent', 'needs-attention')`,
      [deliveryId, this.clock.now()],
    );
  }

  private async follow(deliveryId: string, kind: RequestKind): Promise<void> {
    if (kind === 'recall') {
      await this.recalled([deliveryId]);
    }
  }

  private async tell(deliveryId: string, code: string): Promise<void> {
    await this.tracking.execute({ deliveryId, code, actor: null, note: null, arrivalNumber: null });
  }
}
