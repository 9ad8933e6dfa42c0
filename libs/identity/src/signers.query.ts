import { Injectable } from '@nestjs/common';
import type { Actor, SignerView } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';

/** Who may sign in the actor’s agency: its leaders, in the posts that they hold today. */
@Injectable()
export class SignersQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<SignerView[]> {
    return this.database.query<SignerView>(
      `SELECT post.id AS "postId", person.full_name AS "fullName", post.position,
              post.signing_forms AS "signingForms"
         FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.agency_id = $1 AND post.role = 'leader' AND person.disabled_at IS NULL
          AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)
        ORDER BY person.full_name, post.id LIMIT 200`,
      [actor.agencyId, dayOf(this.clock.now())],
    );
  }

  async find(actor: Actor, postId: string): Promise<SignerView | undefined> {
    return (await this.of(actor)).find((signer) => signer.postId === postId);
  }
}
