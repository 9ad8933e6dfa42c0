import { Injectable } from '@nestjs/common';
import { postWorkHandedOver } from '#identity';
import { Database, OnEvent } from '#platform';

/** What a post has not read yet goes into the box of whoever takes its work over. */
@Injectable()
export class TakeOverNotices {
  constructor(private readonly database: Database) {}

  @OnEvent(postWorkHandedOver)
  async execute({ fromPostId, toPostId }: { fromPostId: string; toPostId: string }): Promise<void> {
    await this.database.query(
      'UPDATE document_notices SET reader_post_id = $2 WHERE reader_post_id = $1 AND read_at IS NULL',
      [fromPostId, toPostId],
    );
  }
}
