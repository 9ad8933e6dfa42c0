import { Injectable } from '@nestjs/common';
import type { Actor, AssignedPart, AssignWork } from '#contracts';
import { Clock, dayOf, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { Assignments } from './assignments.js';

/** Whose parts: those of the whole, or of the part that a unit has, which its own people get. */
interface Within {
  readonly arrivalId: string;
  readonly parentId: string | null;
  readonly unitId?: string | null;
}

interface Open {
  readonly id: string;
  readonly role: AssignedPart['role'];
  readonly unitId: string | null;
  readonly postId: string | null;
}

interface Replaced {
  /** Whoever led before leads on. */
  readonly leadGoesOn: boolean;
  /** The parts that are new to whoever has them. */
  readonly assignmentIds: readonly string[];
}

/** Writes who has which part of the work, in the place of those who had it until now. */
@Injectable()
export class WriteParts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly assignments: Assignments,
  ) {}

  /**
   * Joins a transaction that holds the arrival.
   *
   * @throws DomainError `assignment.one-lead`, `assignment.named-twice`, `assignment.due-in-the-past`,
   * `assignment.unknown-assignee`.
   */
  async replace(actor: Actor, within: Within, { instruction, parts }: AssignWork): Promise<Replaced> {
    this.checkForm(parts);
    await this.checkThere(actor, within, parts);
    const open = await this.database.query<Open>(
      `SELECT id, role, unit_id AS "unitId", post_id AS "postId" FROM assignments
        WHERE arrival_id = $1 AND parent_id IS NOT DISTINCT FROM $2 AND ended_at IS NULL`,
      [within.arrivalId, within.parentId],
    );
    const partOf = (one: Open): AssignedPart | undefined => parts.find((part) => holderOf(part) === holderOf(one));
    for (const one of open.filter((before) => partOf(before) === undefined)) {
      await this.assignments.endOne(one.id, 'withdrawn', null);
    }
    const kept = open.flatMap((one) => {
      const part = partOf(one);
      return part === undefined ? [] : [{ id: one.id, role: part.role, due_on: part.dueOn }];
    });
    await this.update(actor, kept, instruction);
    const holders = new Set(open.map(holderOf));
    const added = parts.filter((part) => !holders.has(holderOf(part)));
    const assignmentIds = await this.insert(actor, within, added, instruction);
    const lead = open.find(({ role }) => role === 'lead');
    return { leadGoesOn: lead !== undefined && partOf(lead)?.role === 'lead', assignmentIds };
  }

  private checkForm(parts: readonly AssignedPart[]): void {
    if (parts.filter(({ role }) => role === 'lead').length !== 1) {
      throw new DomainError('assignment.one-lead');
    }
    if (new Set(parts.map(holderOf)).size !== parts.length) {
      throw new DomainError('assignment.named-twice');
    }
    const today = dayOf(this.clock.now());
    if (parts.some(({ dueOn }) => dueOn !== null && dueOn < today)) {
      throw new DomainError('assignment.due-in-the-past');
    }
  }

  /** Units and people of the agency that are there today; of a unit’s part, its own people and those of units below. */
  private async checkThere(actor: Actor, { unitId }: Within, parts: readonly AssignedPart[]): Promise<void> {
    const today = dayOf(this.clock.now());
    const rows = await this.database.query<{ id: string }>(
      `WITH RECURSIVE within AS (
         SELECT id FROM units WHERE agency_id = $3 AND ($4::uuid IS NULL OR id = $4)
         UNION SELECT below.id FROM units AS below JOIN within ON below.parent_id = within.id)
       SELECT unit.id FROM units AS unit JOIN within USING (id)
        WHERE unit.id = ANY ($1::uuid[]) AND unit.id IS DISTINCT FROM $4 AND ${isThere('unit')}
       UNION ALL
       SELECT post.id FROM posts AS post JOIN people AS person ON person.id = post.person_id
        WHERE post.id = ANY ($2::uuid[]) AND post.agency_id = $3 AND post.role IN ('civil-servant', 'leader', 'clerk')
          AND ($4::uuid IS NULL OR post.unit_id IN (SELECT id FROM within))
          AND person.disabled_at IS NULL AND person.kind = 'person' AND ${isThere('post')}`,
      [parts.map((part) => part.unitId), parts.map(({ postId }) => postId), actor.agencyId, unitId ?? null, today],
    );
    if (rows.length !== parts.length) {
      throw new DomainError('assignment.unknown-assignee');
    }
  }

  /** All support for a moment: two never lead at once. */
  private async update(actor: Actor, kept: readonly { readonly id: string }[], instruction: string): Promise<void> {
    await this.database.query(`UPDATE assignments SET role = 'support' WHERE id = ANY ($1::uuid[])`, [
      kept.map(({ id }) => id),
    ]);
    await this.database.query(
      `UPDATE assignments AS assignment
          SET role = part.role, due_on = part.due_on, assigned_by_post_id = $2,
              instruction = CASE $3 WHEN '' THEN instruction ELSE $3 END
         FROM jsonb_to_recordset($1::jsonb) AS part(id uuid, role text, due_on date)
        WHERE assignment.id = part.id`,
      [JSON.stringify(kept), actor.postId, instruction],
    );
  }

  private async insert(
    actor: Actor,
    { arrivalId, parentId }: Within,
    parts: readonly AssignedPart[],
    instruction: string,
  ): Promise<string[]> {
    const now = this.clock.now();
    const rows = parts.map((part) => ({
      id: newId(now.getTime()),
      role: part.role,
      unit_id: part.unitId,
      post_id: part.postId,
      due_on: part.dueOn,
    }));
    await this.database.query(
      `INSERT INTO assignments (id, arrival_id, parent_id, role, unit_id, post_id, due_on, instruction, state,
                                assigned_by_post_id, assigned_at, changed_at)
       SELECT part.id, $2, $3, part.role, part.unit_id, part.post_id, part.due_on, $4, 'open', $5, $6, $6
         FROM jsonb_to_recordset($1::jsonb) AS part(id uuid, role text, unit_id uuid, post_id uuid, due_on date)`,
      [JSON.stringify(rows), arrivalId, parentId, instruction, actor.postId, now],
    );
    return rows.map(({ id }) => id);
  }
}

function holderOf({ unitId, postId }: { readonly unitId: string | null; readonly postId: string | null }): string {
  return unitId ?? postId ?? '';
}

function isThere(row: string): string {
  return `${row}.valid_from <= $5 AND (${row}.valid_to IS NULL OR ${row}.valid_to >= $5)`;
}
