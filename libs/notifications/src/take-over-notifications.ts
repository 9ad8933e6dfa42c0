import { Injectable } from '@nestjs/common';
import { postWorkHandedOver } from '#identity';
import { Clock } from '#kernel';
import { Database, LiveChannel, OnEvent } from '#platform';

interface HandedOver {
  readonly fromPostId: string;
  readonly toPostId: string;
}

/** What somebody had not read yet when their work went to somebody else: the other finds it in the page; no mail tells it twice. */
@Injectable()
export class TakeOverNotifications {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
  ) {}

  @OnEvent(postWorkHandedOver)
  async onHandedOver({ fromPostId, toPostId }: HandedOver): Promise<void> {
    const taken = await this.database.query<{ personId: string }>(
      `WITH unread AS (
         UPDATE notifications SET read_at = $3 WHERE post_id = $1 AND read_at IS NULL RETURNING *)
       INSERT INTO notifications (id, person_id, post_id, kind, object_type, object_id, urgency, words, created_at,
                                  on_page, mail)
       SELECT uuidv7(), post.person_id, post.id, kind, object_type, object_id, urgency, words, created_at, true, 'never'
         FROM unread CROSS JOIN posts AS post
        WHERE post.id = $2 AND on_page
        ORDER BY unread.id
           ON CONFLICT (object_id, post_id, kind) WHERE read_at IS NULL DO NOTHING
       RETURNING person_id AS "personId"`,
      [fromPostId, toPostId, this.clock.now()],
    );
    if (taken.length > 0) {
      await this.live.publishToPeople([...new Set(taken.map(({ personId }) => personId))], 'notifications');
    }
  }
}
