import { Injectable } from '@nestjs/common';
import type { Actor, FindPlanPosts, Page, PlanPost } from '#contracts';
import { Database, decodeIdCursor, toPage } from '#platform';
import { nameOf } from './plan-changes.js';
import { PlanFactsQuery } from './plan-facts.query.js';
import { outlineOf } from './plan-outline.js';
import { type PlanRow, Plans } from './plans.js';
import { settlePlan } from './settle-plan.js';

/** Whose posts end by a plan and where they go on; of a plan that took effect, what was recorded then. */
@Injectable()
export class PlanPostsQuery {
  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly facts: PlanFactsQuery,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`. */
  async page(actor: Actor, id: string, query: FindPlanPosts): Promise<Page<PlanPost>> {
    const plan = await this.plans.read(actor, id);
    const rows = plan.outcome === null ? await this.planned(plan, query) : await this.moved(id, query);
    return toPage(
      rows,
      query.limit,
      (row) => [row.postId],
      (row) => row,
    );
  }

  private async planned(plan: PlanRow, query: FindPlanPosts): Promise<PlanPost[]> {
    const outline = outlineOf(plan.steps);
    const facts = await this.facts.of(plan);
    const settled = settlePlan(outline, facts);
    const leads = outline.closings.flatMap(({ agencyId, successors }) =>
      successors
        .filter(({ isLead }) => isLead)
        .map(({ agency }) => ({ agencyId, ...nameOf(agency, { facts, settled }) })),
    );
    const assigned = outline.assignments.map(({ partCode, postId }) => ({
      postId,
      ...nameOf({ newCode: partCode }, { facts, settled }),
    }));
    return this.database.query<PlanPost>(
      `WITH lead AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS row("agencyId" uuid, code text, name text)),
       assigned AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS row("postId" uuid, code text, name text))
       SELECT ${columns},
              CASE WHEN assigned."postId" IS NOT NULL
                   THEN json_build_object('code', assigned.code, 'name', assigned.name)
                   WHEN lead."agencyId" IS NOT NULL THEN json_build_object('code', lead.code, 'name', lead.name)
                   END AS "to"
         FROM posts AS post
         JOIN people AS person ON person.id = post.person_id
         JOIN agencies AS agency ON agency.id = post.agency_id
         LEFT JOIN lead ON lead."agencyId" = post.agency_id
         LEFT JOIN assigned ON assigned."postId" = post.id
        WHERE (post.agency_id = ANY ($3::uuid[]) OR post.id IN (SELECT "postId" FROM assigned))
          AND ($4::uuid IS NULL OR post.agency_id = $4) AND (post.valid_to IS NULL OR post.valid_to >= $5)
          AND ($6::uuid IS NULL OR post.id > $6)
        ORDER BY post.id LIMIT $7`,
      [
        JSON.stringify(leads),
        JSON.stringify(assigned),
        query.agencyId === undefined ? outline.closings.map(({ agencyId }) => agencyId) : [query.agencyId],
        query.agencyId ?? null,
        plan.effectiveOn,
        decodeIdCursor(query.after) ?? null,
        query.limit + 1,
      ],
    );
  }

  private async moved(planId: string, query: FindPlanPosts): Promise<PlanPost[]> {
    return this.database.query<PlanPost>(
      `SELECT ${columns}, json_build_object('code', successor.code, 'name', successor.name) AS "to"
         FROM reorganisation_moved_posts AS moved
         JOIN posts AS post ON post.id = moved.from_post_id
         JOIN people AS person ON person.id = post.person_id
         JOIN agencies AS agency ON agency.id = post.agency_id
         JOIN posts AS next ON next.id = moved.to_post_id
         JOIN agencies AS successor ON successor.id = next.agency_id
        WHERE moved.plan_id = $1 AND ($2::uuid IS NULL OR post.agency_id = $2)
          AND ($3::uuid IS NULL OR moved.from_post_id > $3)
        ORDER BY moved.from_post_id LIMIT $4`,
      [planId, query.agencyId ?? null, decodeIdCursor(query.after) ?? null, query.limit + 1],
    );
  }
}

const columns = `post.id AS "postId", person.full_name AS "fullName", post.role, post.position,
              json_build_object('code', agency.code, 'name', agency.name) AS "from"`;
