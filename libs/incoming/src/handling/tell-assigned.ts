import { Injectable } from '@nestjs/common';
import { AdmitReaders } from '#access';
import { Audit } from '#audit';
import type { Actor, AssignWork } from '#contracts';
import { RecordTracking, trackingCodes } from '#exchange';
import { Events, LiveChannel } from '#platform';
import { workAssigned } from '../arrival-events.js';
import type { ArrivalRow, StateChange } from '../arrivals.js';
import { Assignments } from './assignments.js';

interface Given {
  readonly action: 'arrival.assigned' | 'arrival.assigned-on';
  readonly wish: AssignWork;
  readonly assignmentIds: readonly string[];
  readonly change: StateChange | null;
}

/** Whoever has to know that work was given: the trail, open pages, those who got it, the sender. Joins a transaction. */
@Injectable()
export class TellAssigned {
  constructor(
    private readonly admitReaders: AdmitReaders,
    private readonly assignments: Assignments,
    private readonly tracking: RecordTracking,
    private readonly events: Events,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** Who gets work on a narrowed document is meant to read it. [own] */
  async execute(actor: Actor, arrival: ArrivalRow, { action, wish, assignmentIds, change }: Given): Promise<void> {
    await this.admitReaders.execute('arrival', arrival.id, await this.assignments.postsOf(assignmentIds));
    await this.assignments.touch(arrival.id, actor.postId);
    await this.audit.record(actor, {
      action,
      objectType: 'arrival',
      objectId: arrival.id,
      agencyId: arrival.agencyId,
      note: wish.instruction === '' ? null : wish.instruction,
      ...change,
      data: { parts: wish.parts },
    });
    await this.events.emit(workAssigned, { arrivalId: arrival.id, assignmentIds, byPostId: actor.postId });
    await this.live.publish([arrival.agencyId], 'arrivals', arrival.id);
  }

  /** State 04 of QCVN 102. */
  async sender(actor: Actor, { deliveryId }: ArrivalRow): Promise<void> {
    if (deliveryId !== null) {
      const code = trackingCodes.assigned;
      await this.tracking.execute({ deliveryId, code, actor: actor.fullName, note: null, arrivalNumber: null });
    }
  }
}
