import { Injectable } from '@nestjs/common';
import { type Actor, type FindNotifications, mostCountedUnread, type NotificationView, type Page } from '#contracts';
import { Database, decodeIdCursor, toPage } from '#platform';

type Row = Omit<NotificationView, 'createdAt' | 'readAt'> & { readonly createdAt: Date; readonly readAt: Date | null };

/** What a person was told in the post in which they ask; another person’s is nobody’s business. */
@Injectable()
export class NotificationsQuery {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(actor: Actor, { after, limit, unread }: FindNotifications): Promise<Page<NotificationView>> {
    const rows = await this.database.query<Row>(
      `SELECT id, kind, json_build_object('type', object_type, 'id', object_id) AS object, urgency,
              words ->> 'symbol' AS symbol, words ->> 'subject' AS subject, words ->> 'who' AS who,
              created_at AS "createdAt", read_at AS "readAt"
         FROM notifications
        WHERE post_id = $1 AND person_id = $2 AND on_page AND ($3::uuid IS NULL OR id < $3)
          ${unread === 'true' ? 'AND read_at IS NULL' : ''}
        ORDER BY id DESC LIMIT $4`,
      [actor.postId, actor.personId, decodeIdCursor(after) ?? null, limit + 1],
    );
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => ({ ...row, createdAt: row.createdAt.toISOString(), readAt: row.readAt?.toISOString() ?? null }),
    );
  }

  async unread(actor: Actor): Promise<number> {
    const [row] = await this.database.query<{ unread: number }>(
      `SELECT count(*)::int AS unread
         FROM (SELECT 1 FROM notifications WHERE post_id = $1 AND person_id = $2 AND on_page AND read_at IS NULL
                LIMIT ${mostCountedUnread}) AS counted`,
      [actor.postId, actor.personId],
    );
    return row?.unread ?? 0;
  }
}
