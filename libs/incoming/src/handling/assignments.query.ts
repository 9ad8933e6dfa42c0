import { Injectable } from '@nestjs/common';
import { heldPosts } from '#access';
import type { Actor, ArrivalState, ArrivalSubmission, AssignmentView } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { actionsOnAssignment } from './assignment-policy.js';
import { assignmentColumns, type AssignmentRow } from './assignments.js';

type Shown = Omit<AssignmentView, 'assignedAt' | 'endedAt' | 'actions'> & {
  readonly assignedAt: Date;
  readonly endedAt: Date | null;
};

/** A person in a post, as JSON. */
export function personOf(post: string, person: string): string {
  return `json_build_object('postId', ${post}.id, 'fullName', ${person}.full_name, 'position', ${post}.position)`;
}

/** Who has what of the work on an arrival, for whoever reads it. */
@Injectable()
export class AssignmentsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, arrivalId: string, arrivalState: ArrivalState): Promise<AssignmentView[]> {
    const rows = await this.database.query<Shown & AssignmentRow>(
      `SELECT ${assignmentColumns('$2::uuid[]', '$3::date')}, assignment.due_on AS "dueOn", assignment.instruction,
              assignment.assigned_at AS "assignedAt", assignment.ended_at AS "endedAt", assignment.note,
              CASE WHEN unit.id IS NOT NULL THEN json_build_object('id', unit.id, 'name', unit.name) END AS unit,
              CASE WHEN post.id IS NOT NULL THEN ${personOf('post', 'person')} END AS person,
              json_build_object('fullName', giver.full_name, 'position', given_in.position) AS "assignedBy"
         FROM assignments AS assignment
         JOIN posts AS given_in ON given_in.id = assignment.assigned_by_post_id
         JOIN people AS giver ON giver.id = given_in.person_id
         LEFT JOIN units AS unit ON unit.id = assignment.unit_id
         LEFT JOIN posts AS post ON post.id = assignment.post_id
         LEFT JOIN people AS person ON person.id = post.person_id
        WHERE assignment.arrival_id = $1 ORDER BY assignment.id`,
      [arrivalId, heldPosts(actor), dayOf(this.clock.now())],
    );
    return rows.map((row) => ({
      id: row.id,
      parentId: row.parentId,
      role: row.role,
      unit: row.unit,
      person: row.person,
      dueOn: row.dueOn,
      instruction: row.instruction,
      state: row.state,
      assignedBy: row.assignedBy,
      assignedAt: row.assignedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      note: row.note,
      actions: actionsOnAssignment(actor, row, arrivalState),
    }));
  }

  async submissionOf(arrivalId: string): Promise<ArrivalSubmission | null> {
    const [row] = await this.database.query<Omit<ArrivalSubmission, 'submittedAt'> & { submittedAt: Date }>(
      `SELECT post.id AS "postId", person.full_name AS "fullName", post.position, submitted_at AS "submittedAt"
         FROM arrivals JOIN posts AS post ON post.id = submitted_to_post_id
         JOIN people AS person ON person.id = post.person_id
        WHERE arrivals.id = $1`,
      [arrivalId],
    );
    return row === undefined ? null : { ...row, submittedAt: row.submittedAt.toISOString() };
  }
}
