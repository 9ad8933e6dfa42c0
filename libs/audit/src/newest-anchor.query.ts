import { Injectable } from '@nestjs/common';
import { Database } from '#platform';

/** The newest anchor, to be kept where nobody who has the database can reach it: on paper, in a letter. */
@Injectable()
export class NewestAnchorQuery {
  constructor(private readonly database: Database) {}

  async find(): Promise<{ number: number; hash: string; anchoredAt: Date } | undefined> {
    const [anchor] = await this.database.query<{ number: number; hash: string; anchoredAt: Date }>(
      'SELECT number, hash, anchored_at AS "anchoredAt" FROM audit_anchors ORDER BY number DESC LIMIT 1',
    );
    return anchor;
  }
}
