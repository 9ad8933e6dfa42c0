import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#contracts';
import { Database } from '#platform';

export type OnBehalfOf = {
  readonly postId: string;
  readonly fullName: string;
  readonly position: string;
};

/** Says in the trail on whose behalf somebody acted who stands in for another post. */
@Injectable()
export class StandInRecord {
  constructor(private readonly database: Database) {}

  /** The holder of the post, when the actor acts in it during an absence; null when it is the actor’s own. */
  async absentee(actor: Actor, postId: string): Promise<OnBehalfOf | null> {
    if (postId === actor.postId || !holds(actor, postId)) {
      return null;
    }
    const [onBehalfOf] = await this.database.query<OnBehalfOf>(
      `SELECT post.id AS "postId", person.full_name AS "fullName", post.position
         FROM posts AS post JOIN people AS person ON person.id = post.person_id WHERE post.id = $1`,
      [postId],
    );
    return onBehalfOf ?? null;
  }

  /** The same as the data of an entry in the trail. */
  async dataOf(actor: Actor, postId: string): Promise<{ [key: string]: OnBehalfOf }> {
    const onBehalfOf = await this.absentee(actor, postId);
    return onBehalfOf === null ? {} : { onBehalfOf };
  }
}
