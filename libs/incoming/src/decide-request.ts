import { Injectable } from '@nestjs/common';
import { Audit, type AuditRecord } from '#audit';
import type { Actor, DecideRequest as Decision, RequestKind } from '#contracts';
import { SettleRequests } from '#exchange';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { mayDecide } from './arrival-policy.js';
import { type ArrivalRow, Arrivals } from './arrivals.js';

const agreedAs: Readonly<Record<RequestKind, AuditRecord['action']>> = {
  recall: 'arrival.recalled',
  update: 'arrival.updated',
  replace: 'arrival.replaced',
};

/**
 * The recipient’s clerk agrees (15) to what the sender asks about a registered document, or refuses with a reason (16).
 * What is given back is sealed and what is replaced leaves the work; its arrival number stays in the register.
 */
@Injectable()
export class DecideRequest {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly settle: SettleRequests,
    private readonly audit: Audit,
    private readonly live: LiveChannel,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `sender-request.decided`, `sender-request.reason-missing`. */
  async execute(actor: Actor, arrivalId: string, requestId: string, { agrees, note }: Decision): Promise<void> {
    if (!agrees && note === '') {
      throw new DomainError('sender-request.reason-missing');
    }
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.hold(actor, arrivalId);
      if (!mayDecide(actor, arrival)) {
        throw new DomainError('permission.denied');
      }
      if (arrival.deliveryId === null || arrival.state === 'recalled') {
        throw new DomainError('sender-request.decided');
      }
      const request = await this.settle.hold(requestId, arrival.deliveryId);
      const said = note === '' ? null : note;
      await this.settle.decide(request, { agrees, by: actor.fullName, note: said });
      const change = agrees ? await this.apply(arrival, request.kind) : {};
      await this.audit.record(actor, {
        action: agrees ? agreedAs[request.kind] : 'arrival.request-refused',
        objectType: 'arrival',
        objectId: arrivalId,
        note: said,
        data: { kind: request.kind, requestId },
        ...change,
      });
      await this.live.publish([arrival.agencyId], 'arrivals', arrivalId);
    });
  }

  private async apply(arrival: ArrivalRow, kind: RequestKind): Promise<object> {
    switch (kind) {
      case 'recall':
        return this.arrivals.end(arrival, 'recalled');
      case 'replace':
        return this.arrivals.end(arrival, 'replaced');
      case 'update':
        return {};
    }
  }
}
