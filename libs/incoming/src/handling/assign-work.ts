import { Injectable } from '@nestjs/common';
import type { Actor, AssignWork as Wish } from '#contracts';
import { Database } from '#platform';
import { Arrivals } from '../arrivals.js';
import { WorkHolder } from './work-holder.js';
import { StartWork } from './start-work.js';
import { TellAssigned } from './tell-assigned.js';
import { WriteParts } from './write-parts.js';

/**
 * A leader distributes a document among units and people, one of whom leads (Decree 30/2020, Art. 23); the head of a
 * unit gives its part on. Assigning again replaces who is at it: what stays the same goes on, the rest is withdrawn.
 */
@Injectable()
export class AssignWork {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly holder: WorkHolder,
    private readonly parts: WriteParts,
    private readonly startWork: StartWork,
    private readonly told: TellAssigned,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `arrival.wrong-state`, and what `WriteParts` refuses. */
  async execute(actor: Actor, arrivalId: string, wish: Wish): Promise<void> {
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'assign');
      const { leadGoesOn, assignmentIds } = await this.parts.replace(actor, { arrivalId, parentId: null }, wish);
      const change = leadGoesOn && arrival.state === 'in-process' ? null : await this.arrivals.move(arrival, 'assign');
      await this.told.execute(actor, arrival, { action: 'arrival.assigned', wish, assignmentIds, change });
      if (change !== null) {
        await this.told.sender(actor, arrival);
      }
    });
  }

  /** @throws DomainError `not-found`, `permission.denied`, `assignment.wrong-state`, and what `WriteParts` refuses. */
  async assignOn(actor: Actor, assignmentId: string, wish: Wish): Promise<string> {
    return this.database.transaction(async () => {
      const { arrival, assignment } = await this.holder.hold(actor, assignmentId, 'assign-on');
      const { unitId } = assignment;
      const within = { arrivalId: arrival.id, parentId: assignmentId, unitId };
      const { assignmentIds } = await this.parts.replace(actor, within, wish);
      await this.startWork.begin(actor, arrival, assignment);
      await this.told.execute(actor, arrival, { action: 'arrival.assigned-on', wish, assignmentIds, change: null });
      return arrival.id;
    });
  }
}
