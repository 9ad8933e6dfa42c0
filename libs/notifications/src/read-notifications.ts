import { Injectable } from '@nestjs/common';
import type { Actor, ReadNotifications as Wish } from '#contracts';
import { Clock } from '#kernel';
import { Database, LiveChannel } from '#platform';

/** A person has seen these; another person’s ids, and those of other posts, mark nothing. Their other pages hear of it. */
@Injectable()
export class ReadNotifications {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly live: LiveChannel,
  ) {}

  async execute({ postId, personId }: Actor, wish: Wish): Promise<void> {
    const which = 'ids' in wish ? 'id = ANY ($4::uuid[])' : 'id <= $4::uuid';
    await this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        `UPDATE notifications SET read_at = $3
          WHERE post_id = $1 AND person_id = $2 AND on_page AND read_at IS NULL AND ${which}`,
        [postId, personId, this.clock.now(), 'ids' in wish ? wish.ids : wish.upTo],
      );
      if (affected > 0) {
        await this.live.publishToPeople([personId], 'notifications');
      }
    });
  }
}
