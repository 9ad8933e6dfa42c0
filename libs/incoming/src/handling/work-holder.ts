import { Injectable } from '@nestjs/common';
import type { Actor, AssignmentAction } from '#contracts';
import { DomainError } from '#kernel';
import { type ArrivalRow, Arrivals } from '../arrivals.js';
import { actionsOnAssignment } from './assignment-policy.js';
import { type AssignmentRow, Assignments } from './assignments.js';

export interface HeldWork {
  readonly arrival: ArrivalRow;
  readonly assignment: AssignmentRow;
}

/** Reading a part of the work for a move: the common first step of the use cases. */
@Injectable()
export class WorkHolder {
  constructor(
    private readonly arrivals: Arrivals,
    private readonly assignments: Assignments,
  ) {}

  /**
   * Reads a part and holds the row of its arrival until the transaction ends: of two who click at once the second sees
   * what the first has done.
   *
   * @throws DomainError `agency.reorganised`, `not-found`, `permission.denied`, `assignment.wrong-state`.
   */
  async hold(actor: Actor, assignmentId: string, action: AssignmentAction): Promise<HeldWork> {
    const { arrivalId } = await this.assignments.find(actor, assignmentId);
    const arrival = await this.arrivals.hold(actor, arrivalId);
    const assignment = await this.assignments.find(actor, assignmentId);
    if (!assignment.isMine) {
      throw new DomainError('permission.denied');
    }
    if (assignment.state !== 'open' && assignment.state !== 'in-process') {
      throw new DomainError('assignment.wrong-state');
    }
    if (!actionsOnAssignment(actor, assignment, arrival.state).includes(action)) {
      throw new DomainError(action === 'start' ? 'assignment.wrong-state' : 'permission.denied');
    }
    return { arrival, assignment };
  }
}
