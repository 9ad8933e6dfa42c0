import { Injectable } from '@nestjs/common';
import { heldPosts } from '#access';
import type { Actor, AssignmentRole, AssignmentState } from '#contracts';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';

export interface AssignmentRow {
  readonly id: string;
  readonly arrivalId: string;
  readonly parentId: string | null;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
  readonly unitId: string | null;
  readonly postId: string | null;
  readonly assignedByPostId: string;
  /** With the actor, or with the unit that the actor works in. */
  readonly isMine: boolean;
  /** With a unit whose head the actor is; where a unit has no head, whoever works in it. */
  readonly isHead: boolean;
}

/** The units of the posts, as a query. */
export function unitsOfPosts(posts: string): string {
  return `SELECT unit_id FROM posts WHERE id = ANY (${posts}) AND unit_id IS NOT NULL`;
}

/** The condition that a part is with one of the posts, or with the unit of one. */
export function isWith(assignment: string, posts: string): string {
  return `(${assignment}.post_id = ANY (${posts}) OR ${assignment}.unit_id IN (${unitsOfPosts(posts)}))`;
}

/** The columns of a row that the rules look at; `posts` are the actor’s, `day` is today. */
export function assignmentColumns(posts: string, day: string): string {
  return `
    assignment.id, assignment.arrival_id AS "arrivalId", assignment.parent_id AS "parentId", assignment.role,
    assignment.state, assignment.unit_id AS "unitId", assignment.post_id AS "postId",
    assignment.assigned_by_post_id AS "assignedByPostId", ${isWith('assignment', posts)} AS "isMine",
    coalesce(assignment.unit_id IN (${unitsOfPosts(posts)}), false)
      AND (EXISTS (SELECT 1 FROM posts WHERE id = ANY (${posts}) AND unit_id = assignment.unit_id AND role = 'leader')
           OR NOT EXISTS (SELECT 1 FROM posts AS head
                           WHERE head.unit_id = assignment.unit_id AND head.role = 'leader'
                             AND head.valid_from <= ${day} AND (head.valid_to IS NULL OR head.valid_to >= ${day})))
      AS "isHead"`;
}

/** The column `leads`: whether these posts lead the work on it, themselves or with their unit; null while nobody does. */
export function leadFactOf(arrival: string, posts: string): string {
  return `(SELECT bool_or(${isWith('assignment', posts)}) FROM assignments AS assignment
            WHERE assignment.arrival_id = ${arrival}.id AND assignment.role = 'lead' AND assignment.ended_at IS NULL)
          AS leads`;
}

/** The parts of the work on arrivals, whose rows the callers hold. */
@Injectable()
export class Assignments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`. */
  async find(actor: Actor, id: string): Promise<AssignmentRow> {
    const [row] = await this.database.query<AssignmentRow>(
      `SELECT ${assignmentColumns('$2::uuid[]', '$3::date')} FROM assignments AS assignment WHERE id = $1`,
      [id, heldPosts(actor), dayOf(this.clock.now())],
    );
    if (row === undefined) {
      throw new DomainError('not-found');
    }
    return row;
  }

  /** The posts that these parts are with, those of their units too. */
  async postsOf(ids: readonly string[]): Promise<string[]> {
    const posts = await this.database.query<{ id: string }>(
      `SELECT DISTINCT post.id FROM assignments AS assignment
         JOIN posts AS post ON post.id = assignment.post_id OR post.unit_id = assignment.unit_id
        WHERE assignment.id = ANY ($1::uuid[]) AND (post.valid_to IS NULL OR post.valid_to >= $2)`,
      [ids, dayOf(this.clock.now())],
    );
    return posts.map(({ id }) => id);
  }

  /** Ends one part and whatever of it was given on and is still open. */
  async endOne(id: string, state: 'done' | 'handed-back' | 'withdrawn', note: string | null): Promise<void> {
    const now = this.clock.now();
    await this.database.query(
      `UPDATE assignments SET state = $2, note = $3, ended_at = $4, changed_at = $4 WHERE id = $1 AND ended_at IS NULL`,
      [id, state, note === '' ? null : note, now],
    );
    await this.database.query(
      `WITH RECURSIVE below AS (
         SELECT id FROM assignments WHERE parent_id = $1
         UNION ALL SELECT part.id FROM assignments AS part JOIN below ON part.parent_id = below.id)
       UPDATE assignments SET state = 'withdrawn', ended_at = $2, changed_at = $2
        WHERE id IN (SELECT id FROM below) AND ended_at IS NULL`,
      [id, now],
    );
  }

  /** The work on these has ended: who led it is done, whoever supported needs not go on. */
  async end(arrivalIds: readonly string[], leads: 'done' | 'withdrawn' = 'withdrawn'): Promise<void> {
    await this.database.query(
      `UPDATE assignments SET state = CASE role WHEN 'lead' THEN $2 ELSE 'withdrawn' END, ended_at = $3, changed_at = $3
        WHERE arrival_id = ANY ($1::uuid[]) AND ended_at IS NULL`,
      [arrivalIds, leads, this.clock.now()],
    );
  }

  /** Whoever has an open part of it sees that something happened, except by whom it did. */
  async touch(arrivalId: string, exceptPostId: string): Promise<void> {
    await this.database.query(
      `UPDATE assignments SET changed_at = $3
        WHERE arrival_id = $1 AND ended_at IS NULL AND post_id IS DISTINCT FROM $2`,
      [arrivalId, exceptPostId, this.clock.now()],
    );
  }
}
