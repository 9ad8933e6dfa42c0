import { Injectable } from '@nestjs/common';
import type { Actor, HandOverPost as HandOver } from '#contracts';
import { Database } from '#platform';
import { People } from '../people/people.js';
import { SystemAdministrators } from '../people/system-administrators.js';
import { CarryOutHandovers } from './carry-out-handovers.js';
import { HandoverPlans } from './handover-plans.js';
import { ReceivingPost } from './receiving-post.js';

/**
 * A change of post: a post ends, and from that day its open work is another post’s. What is finished keeps the names
 * under which it was done. A post that ended before without one is handed over later, once: its work is still there.
 */
@Injectable()
export class HandOverPost {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly administrators: SystemAdministrators,
    private readonly receiving: ReceivingPost,
    private readonly handovers: HandoverPlans,
    private readonly carryOut: CarryOutHandovers,
  ) {}

  /**
   * Gives the id of the person whose post it was. A day to come is kept, and carried out by the worker on that day.
   *
   * @throws DomainError `not-found`, `permission.denied`, `person.own-rights`, `person.last-administrator`,
   * `post.handed-over`, `post.awaits-work`, `post.day-passed`, and what `ReceivingPost` refuses.
   */
  async execute(actor: Actor, postId: string, { day, reason, receiver }: HandOver): Promise<string> {
    return this.database.transaction(async () => {
      const holder = await this.people.holderOf(actor, postId);
      await this.people.hold(actor, receiver.kind === 'new-post' ? [holder, receiver.personId] : [holder]);
      await this.handovers.hold(receiver.kind === 'post' ? [postId, receiver.postId] : [postId]);
      const post = await this.people.readPostForHandOver(actor, postId);
      const isAdministrator = await this.administrators.hold({ id: holder, posts: [post] });
      const validTo = await this.handovers.endPost(post, day);
      const toPostId = await this.receiving.of(actor, post, receiver, day);
      if (isAdministrator) {
        await this.administrators.check();
      }
      const id = await this.handovers.write(actor, { from: post, validTo, toPostId, day, reason });
      await this.carryOut.execute(id, actor);
      return holder;
    });
  }
}
