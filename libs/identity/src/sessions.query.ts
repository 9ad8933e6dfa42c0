import { Injectable } from '@nestjs/common';
import type { Actor, Page, PageQuery, SessionSummary } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database, decodeIdCursor, toPage } from '#platform';
import { browserOf } from './browser-of.js';
import { mayManagePerson } from './people/person-policy.js';
import { People } from './people/people.js';
import type { Session } from './session.entity.js';
import type { SessionRecord } from './session-record.js';

type Row = Pick<Session, 'id' | 'userAgent' | 'address' | 'method' | 'createdAt' | 'lastUsedAt'>;

/** Where a person is signed in, the newest first. */
@Injectable()
export class SessionsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  async own(session: SessionRecord, query: PageQuery): Promise<Page<SessionSummary>> {
    return this.page(session.actor.personId, session.id, query);
  }

  /** @throws DomainError `not-found`, `permission.denied`. */
  async ofPerson(actor: Actor, personId: string, query: PageQuery): Promise<Page<SessionSummary>> {
    if (!mayManagePerson(actor, await this.people.read(actor, personId))) {
      throw new DomainError('permission.denied');
    }
    return this.page(personId, undefined, query);
  }

  /** Only those that still open something: a session whose post has ended is none. */
  private async page(personId: string, current: string | undefined, query: PageQuery): Promise<Page<SessionSummary>> {
    const now = this.clock.now();
    const rows = await this.database.query<Row>(
      `SELECT session.id, session.user_agent AS "userAgent", session.address, session.method,
              session.created_at AS "createdAt", session.last_used_at AS "lastUsedAt"
         FROM sessions AS session JOIN posts AS post ON post.id = session.post_id
        WHERE session.person_id = $1 AND session.expires_at > $2
          AND post.valid_from <= $3 AND (post.valid_to IS NULL OR post.valid_to >= $3)
          AND ($4::uuid IS NULL OR session.id < $4)
        ORDER BY session.id DESC LIMIT $5`,
      [personId, now, dayOf(now), decodeIdCursor(query.after) ?? null, query.limit + 1],
    );
    return toPage(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => present(row, current),
    );
  }
}

function present(row: Row, current: string | undefined): SessionSummary {
  return {
    id: row.id,
    current: row.id === current,
    ...browserOf(row.userAgent),
    address: row.address,
    method: row.method,
    startedAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt.toISOString(),
  };
}
