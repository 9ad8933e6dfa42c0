import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, LiveChannel } from '#platform';
import { allowsMove } from '../arrival-lifecycle.js';
import { Arrivals } from '../arrivals.js';
import { Assignments } from './assignments.js';

/** Somebody who reads a document in work gives an opinion, which stays on its timeline for ever. */
@Injectable()
export class CommentArrival {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly assignments: Assignments,
    private readonly live: LiveChannel,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `not-found`, `permission.denied`, `arrival.wrong-state`. */
  async execute(actor: Actor, arrivalId: string, opinion: string): Promise<void> {
    await this.database.transaction(async () => {
      const arrival = await this.arrivals.readFor(actor, arrivalId, 'comment');
      if (!allowsMove(arrival.state, 'comment')) {
        throw new DomainError('arrival.wrong-state');
      }
      await this.assignments.touch(arrivalId, actor.postId);
      await this.audit.record(actor, {
        action: 'arrival.commented',
        objectType: 'arrival',
        objectId: arrivalId,
        agencyId: arrival.agencyId,
        note: opinion,
      });
      await this.live.publish([arrival.agencyId], 'arrivals', arrivalId);
    });
  }
}
