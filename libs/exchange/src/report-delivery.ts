import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { type Actor, actsFor, type ChannelName, isPermitted, type ReportDelivery as Report } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { isRemote } from './delivering/carry-delivery.job.js';
import { trackingCodes } from './delivery-tracking.js';
import { RecordTracking } from './record-tracking.js';
import { type Decision, SettleRequests } from './requests/settle-requests.js';

/** How far the clocks of two systems may be apart, in milliseconds. */
const tolerance = 5 * 60_000;

interface Delivered {
  readonly documentId: string;
  readonly senderId: string;
  readonly recipientName: string;
  readonly recipientId: string;
  readonly channel: ChannelName;
  readonly sentAt: Date;
}

interface Known {
  readonly code: string;
  readonly occurredAt: Date;
  readonly actor: string | null;
  readonly note: string | null;
  readonly arrivalNumber: number | null;
}

/**
 * A recipient’s own system says how far a document is. Each event is kept once, by the id that the other system gave it;
 * they may come in any order, each with its own time.
 */
@Injectable()
export class ReportDelivery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tracking: RecordTracking,
    private readonly settle: SettleRequests,
    private readonly audit: Audit,
  ) {}

  /**
   * @throws DomainError `permission.denied`, `not-found`, `delivery.not-remote`, `delivery-report.conflict`,
   * `delivery-report.time-wrong`, `delivery-report.reason-missing`.
   */
  async execute(actor: Actor, deliveryId: string, report: Report): Promise<void> {
    if (!isPermitted(actor, 'delivery:report')) {
      throw new DomainError('permission.denied');
    }
    await this.database.transaction(async () => {
      const delivery = await this.hold(actor, deliveryId);
      const known = await this.find(deliveryId, report.eventId);
      if (known !== undefined) {
        return checkSame(known, report);
      }
      this.check(report, delivery);
      const { eventId, code, occurredAt, actor: who, note, arrivalNumber } = report;
      await this.tracking.execute({
        deliveryId,
        code,
        actor: who,
        note,
        arrivalNumber,
        reported: { eventId, occurredAt: new Date(occurredAt) },
      });
      if (code === trackingCodes.agreed || code === trackingCodes.notAgreed) {
        await this.decide(deliveryId, report, { agrees: code === trackingCodes.agreed, by: who, note });
      }
      await this.audit.record(actor, {
        action: 'document.state-reported',
        objectType: 'document',
        objectId: delivery.documentId,
        agencyId: delivery.senderId,
        note: `${delivery.recipientName}: ${code}`,
        data: { deliveryId, eventId },
        after: { code, occurredAt, actor: who, note, arrivalNumber },
      });
    });
  }

  /** An answer to nothing that was asked is kept as it came and moves nothing. */
  private async decide(deliveryId: string, { requestId, occurredAt }: Report, decision: Decision): Promise<void> {
    const askedUntil = new Date(Date.parse(occurredAt) + tolerance);
    const request = await this.settle.holdFor(deliveryId, { requestId, askedUntil });
    if (request !== undefined) {
      await this.settle.conclude(request, decision);
    }
  }

  private async hold(actor: Actor, deliveryId: string): Promise<Delivered> {
    const [delivery] = await this.database.query<Delivered & { standingId: string }>(
      `SELECT delivery.document_id AS "documentId", dispatch.agency_id AS "senderId",
              delivery.recipient_name AS "recipientName", delivery.recipient_id AS "recipientId",
              lead_successor(delivery.recipient_id) AS "standingId", delivery.channel, dispatch.sent_at AS "sentAt"
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
        WHERE delivery.id = $1 AND delivery.recipient_id IS NOT NULL FOR UPDATE OF delivery`,
      [deliveryId],
    );
    if (delivery === undefined || !(actsFor(actor, delivery.recipientId) || actsFor(actor, delivery.standingId))) {
      throw new DomainError('not-found');
    }
    return delivery;
  }

  private async find(deliveryId: string, eventId: string): Promise<Known | undefined> {
    const [known] = await this.database.query<Known>(
      `SELECT code, occurred_at AS "occurredAt", actor, note, arrival_number AS "arrivalNumber"
         FROM tracking_events WHERE delivery_id = $1 AND event_id = $2`,
      [deliveryId, eventId],
    );
    return known;
  }

  private check({ code, note, occurredAt }: Report, { channel, sentAt }: Delivered): void {
    if (!isRemote(channel)) {
      throw new DomainError('delivery.not-remote');
    }
    const at = Date.parse(occurredAt);
    if (at < sentAt.getTime() - tolerance || at > this.clock.now().getTime() + tolerance) {
      throw new DomainError('delivery-report.time-wrong');
    }
    if (code === trackingCodes.refused && note === null) {
      throw new DomainError('delivery-report.reason-missing');
    }
  }
}

function checkSame(known: Known, report: Report): void {
  const isSame =
    known.code === report.code &&
    known.occurredAt.getTime() === Date.parse(report.occurredAt) &&
    known.actor === report.actor &&
    known.note === report.note &&
    known.arrivalNumber === report.arrivalNumber;
  if (!isSame) {
    throw new DomainError('delivery-report.conflict');
  }
}
