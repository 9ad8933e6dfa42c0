import { Injectable } from '@nestjs/common';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import type { PlanToCheck } from './check-plan.js';
import type { AgencyFacts, PlanFacts, WorkFacts } from './plan-facts.js';
import { agenciesNamedIn, outlineOf, type PlanOutline } from './plan-outline.js';

/** What the directory and the desks say about the agencies of a plan: four statements, however long it is. */
@Injectable()
export class PlanFactsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(plan: PlanToCheck): Promise<PlanFacts> {
    const outline = outlineOf(plan.steps);
    const reorganised = [...outline.closings, ...outline.partings].map(({ agencyId }) => agencyId);
    return {
      today: dayOf(this.clock.now()),
      agencies: await this.agencies(agenciesNamedIn(outline), reorganised, plan.effectiveOn),
      codeOwners: await this.codeOwners(codesGivenBy(outline)),
      work: await this.work(reorganised, plan.effectiveOn),
      agencyOfPost: await this.agencyOfPost(
        outline.assignments.map(({ postId }) => postId),
        plan.effectiveOn,
      ),
    };
  }

  /** The ones named, the open ones under those that are reorganised, and everything above all of them. */
  private async agencies(
    named: readonly string[],
    reorganised: readonly string[],
    day: string,
  ): Promise<Map<string, AgencyFacts>> {
    const rows = await this.database.query<AgencyFacts>(
      `WITH RECURSIVE found AS (
         SELECT id, parent_id FROM agencies WHERE id = ANY ($1::uuid[])
         UNION
         SELECT id, parent_id FROM agencies
          WHERE parent_id = ANY ($2::uuid[]) AND (valid_to IS NULL OR valid_to >= $3)
         UNION
         SELECT above.id, above.parent_id FROM found JOIN agencies AS above ON above.id = found.parent_id)
       SELECT id, code, code102, name, abbreviation, level, parent_id AS "parentId", valid_from AS "validFrom",
              valid_to AS "validTo"
         FROM agencies WHERE id IN (SELECT id FROM found)`,
      [named, reorganised, day],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async codeOwners(codes: readonly string[]): Promise<Map<string, { agencyId: string; name: string }>> {
    const rows = await this.database.query<{ code: string; agencyId: string; name: string }>(
      `SELECT code, agency_id AS "agencyId", name FROM agency_versions WHERE code = ANY ($1)
       UNION ALL
       SELECT code, id, name FROM agencies WHERE code = ANY ($1)`,
      [codes],
    );
    return new Map(rows.map(({ code, ...owner }) => [code, owner]));
  }

  private async work(agencyIds: readonly string[], day: string): Promise<Map<string, WorkFacts>> {
    const rows = await this.database.query<WorkFacts & { agencyId: string }>(
      `SELECT agency.id AS "agencyId",
              (SELECT count(*) FROM documents WHERE agency_id = agency.id
                  AND state IN ('draft', 'in-review', 'submitted', 'returned', 'approved')) AS "openDocuments",
              (SELECT count(*) FROM documents WHERE agency_id = agency.id AND state = 'issued') AS "unsentDocuments",
              (SELECT count(*) FROM arrivals
                WHERE agency_id = agency.id AND state = 'arrived') AS "unregisteredArrivals",
              (SELECT count(*) FROM deliveries
                WHERE recipient_id = agency.id AND transport_state = 'queued') AS "deliveriesOnTheWay",
              (SELECT count(*) FROM posts
                WHERE agency_id = agency.id AND (valid_to IS NULL OR valid_to >= $2)) AS posts
         FROM unnest($1::uuid[]) AS agency(id)`,
      [agencyIds, day],
    );
    return new Map(rows.map(({ agencyId, ...work }) => [agencyId, work]));
  }

  private async agencyOfPost(postIds: readonly string[], day: string): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; agencyId: string }>(
      `SELECT id, agency_id AS "agencyId" FROM posts
        WHERE id = ANY ($1::uuid[]) AND (valid_to IS NULL OR valid_to >= $2)`,
      [postIds, day],
    );
    return new Map(rows.map(({ id, agencyId }) => [id, agencyId]));
  }
}

function codesGivenBy({ changes, creations }: PlanOutline): string[] {
  return [
    ...creations.map(({ agency }) => agency.code),
    ...changes.flatMap((change) => (change.what === 'code' ? [change.code] : [])),
  ];
}
