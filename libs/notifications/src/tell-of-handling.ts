import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts';
import { arrivalSubmitted, workAssigned, workHandedBack } from '#incoming';
import { OnEvent } from '#platform';
import { Notify } from './notify.js';

const arrivalColumns = `'arrival' AS object_type, arrival.id AS object_id, arrival.urgency, arrival.symbol,
  arrival.subject`;

/** Who did it, as the trail names them. */
const doer = `JOIN posts AS by_post ON by_post.id = $2 JOIN people AS by_person ON by_person.id = by_post.person_id`;

/** Whoever got the parts: people, and of units those who work in them. */
export const holdersOf = (assignment: string): string =>
  `JOIN posts AS holder ON holder.id = ${assignment}.post_id OR holder.unit_id = ${assignment}.unit_id`;

/** Tells leaders what waits for them, and people and units what they have to do. */
@Injectable()
export class TellOfHandling {
  constructor(private readonly notify: Notify) {}

  @OnEvent(arrivalSubmitted)
  async onSubmitted({ arrivalId, toPostId, byPostId }: (typeof arrivalSubmitted)['payload'] & object): Promise<void> {
    await this.tellPost('arrival-submitted', { arrivalId, toPostId, byPostId });
  }

  @OnEvent(workHandedBack)
  async onHandedBack({ arrivalId, toPostId, byPostId }: (typeof workHandedBack)['payload'] & object): Promise<void> {
    await this.tellPost('work-handed-back', { arrivalId, toPostId, byPostId });
  }

  @OnEvent(workAssigned)
  async onAssigned({ assignmentIds, byPostId }: (typeof workAssigned)['payload'] & object): Promise<void> {
    if (assignmentIds.length === 0) {
      return;
    }
    await this.notify.execute('work-assigned', {
      sql: `SELECT holder.id AS post_id, ${arrivalColumns}, by_person.full_name AS who, by_person.id AS caused_by
              FROM assignments AS assignment
              JOIN arrivals AS arrival ON arrival.id = assignment.arrival_id
              ${holdersOf('assignment')} ${doer}
             WHERE assignment.id = ANY ($1::uuid[])`,
      values: [assignmentIds, byPostId],
    });
  }

  private async tellPost(
    kind: NotificationKind,
    { arrivalId, toPostId, byPostId }: { arrivalId: string; toPostId: string; byPostId: string },
  ): Promise<void> {
    await this.notify.execute(kind, {
      sql: `SELECT $3::uuid AS post_id, ${arrivalColumns}, by_person.full_name AS who, by_person.id AS caused_by
              FROM arrivals AS arrival ${doer} WHERE arrival.id = $1`,
      values: [arrivalId, byPostId, toPostId],
    });
  }
}
