import { Injectable } from '@nestjs/common';
import { Clock, dayOf, newId } from '#kernel';
import { Config, Database } from '#platform';
import { delegatedPostIds } from './delegations/stand-in-sql.js';
import { digestOf, newToken } from './secret-token.js';
import type { Session } from './session.entity.js';
import { type SessionRecord, type SessionRow, toSessionRecord } from './session-record.js';

const hour = 3_600_000;
/** However much it is used, a session ends after this many days, and one signs in again. */
const longestDays = 30;
/** That a session was used is written this seldom, so that reading stays reading. */
const usedEvery = 5 * 60_000;
/** Longest text about a browser that is kept. */
const userAgentLength = 400;

/**
 * Sessions: an opaque token in the browser, its digest here. A session acts in one post, and ends with it: privilege
 * is looked up at every request, never remembered.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Begins a session in a post; gives the token for the cookie, which is kept nowhere else. */
  async begin(
    personId: string,
    postId: string,
    address: string,
    userAgent = '',
    method: Session['method'] = 'password',
  ): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO sessions (id, token_digest, csrf_token, person_id, post_id, address, created_at, expires_at,
                             last_used_at, user_agent, method)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9, $10)`,
      [
        newId(now.getTime()),
        digestOf(token),
        newToken(),
        personId,
        postId,
        address,
        now,
        this.expiry(now),
        userAgent.slice(0, userAgentLength),
        method,
      ],
    );
    return token;
  }

  /**
   * Gives the session a new token and ends the old one: after every step that gives it more rights, so that a token
   * that somebody else knew is worth nothing.
   */
  async rotate(sessionId: string): Promise<string> {
    const token = newToken();
    await this.database.query('UPDATE sessions SET token_digest = $2, csrf_token = $3 WHERE id = $1', [
      sessionId,
      digestOf(token),
      newToken(),
    ]);
    return token;
  }

  /** The session of a request, which goes on living by being used. */
  async find(token: string): Promise<SessionRecord | undefined> {
    const now = this.clock.now();
    const row = await this.select(token, now);
    if (row === undefined) {
      return undefined;
    }
    await this.noteUse(row, now);
    return toSessionRecord(row);
  }

  /** Whether the session is still there and needs nothing first; asking does not prolong it. */
  async isAlive(token: string): Promise<boolean> {
    return (await this.select(token, this.clock.now()))?.needs === null;
  }

  private async select(token: string, now: Date): Promise<SessionRow | undefined> {
    const [row] = await this.database.query<SessionRow>(
      `SELECT session.id, session.csrf_token AS "csrfToken", session.expires_at AS "expiresAt",
              session.last_used_at AS "lastUsedAt", session.method,
              person.user_name AS "userName", person.id AS "personId", person.full_name AS "fullName",
              post.id AS "postId", post.role, post.position, agency.id AS "agencyId", agency.level AS "agencyLevel",
              agency.code AS "agencyCode", agency.name AS "agencyName", agency.abbreviation AS "agencyAbbreviation",
              (SELECT coalesce(json_agg(json_build_object('id', former.id, 'code', former.code, 'name', former.name,
                                 'abbreviation', former.abbreviation) ORDER BY former.code), '[]')
                 FROM agencies AS former WHERE former.id = ANY (predecessors(agency.id))) AS predecessors,
              ${delegatedPostIds('post.id', '$3')} AS "delegatedPostIds",
              ${postsToday} AS posts,
              CASE WHEN session.second_factor_at IS NULL AND has_second_factor(person.id) THEN 'second-factor'
                   WHEN person.password_temporary AND session.method = 'password' THEN 'new-password'
                   WHEN EXISTS (SELECT 1 FROM second_factor_rules AS rule WHERE rule.role = post.role)
                    AND NOT (session.method = 'single-sign-on' AND session.second_factor_at IS NOT NULL)
                    AND NOT has_second_factor(person.id) THEN 'second-factor-enrolment' END AS needs
         FROM sessions AS session
         JOIN people AS person ON person.id = session.person_id
         JOIN posts AS post ON post.id = session.post_id
         JOIN agencies AS agency ON agency.id = post.agency_id
        WHERE session.token_digest = $1 AND session.expires_at > $2 AND session.created_at > $4 AND person.disabled_at IS NULL
          AND post.valid_from <= $3 AND (post.valid_to IS NULL OR post.valid_to >= $3)`,
      [digestOf(token), now, dayOf(now), new Date(now.getTime() - longestDays * 24 * hour)],
      'session-of-a-token',
    );
    return row;
  }

  async end(token: string): Promise<void> {
    await this.database.query('DELETE FROM sessions WHERE token_digest = $1 OR expires_at < $2', [
      digestOf(token),
      this.clock.now(),
    ]);
  }

  /** A used session lives on, which is written at most once a tenth of its length. */
  private async noteUse(row: SessionRow, now: Date): Promise<void> {
    const lasts = row.expiresAt.getTime() - now.getTime() >= this.config.sessionHours * hour * 0.9;
    if (lasts && now.getTime() - row.lastUsedAt.getTime() < usedEvery) {
      return;
    }
    await this.database.query('UPDATE sessions SET last_used_at = $2, expires_at = $3 WHERE id = $1', [
      row.id,
      now,
      lasts ? row.expiresAt : this.expiry(now),
    ]);
  }

  private expiry(now: Date): Date {
    return new Date(now.getTime() + this.config.sessionHours * hour);
  }
}

/** The posts among which the person may choose. */
const postsToday = `
  (SELECT json_agg(json_build_object('id', held.id, 'role', held.role, 'position', held.position,
            'agency', json_build_object('id', place.id, 'code', place.code, 'name', place.name,
                                        'abbreviation', place.abbreviation)) ORDER BY held.valid_from, held.id)
     FROM posts AS held JOIN agencies AS place ON place.id = held.agency_id
    WHERE held.person_id = person.id AND held.valid_from <= $3 AND (held.valid_to IS NULL OR held.valid_to >= $3))`;
