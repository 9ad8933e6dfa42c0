import { Injectable } from '@nestjs/common';
import type { AgencyOfPlan } from '#contracts';
import { Clock, newId } from '#kernel';
import { Database } from '#platform';
import { keyOf, type PlanOutline } from './plan-outline.js';
import type { AgencyAfter, SettledAgency } from './settle-plan.js';

/** The ids of the agencies of a plan, the ones that it sets up among them. */
export type AgencyIds = (agency: AgencyOfPlan) => string;

type AgencyRow = Omit<AgencyAfter, 'parent'> & { readonly id: string; readonly parentId: string | null };

const columns = `id uuid, code text, code102 text, name text, abbreviation text, level text, "parentId" uuid`;

/**
 * Sets agencies up, changes and closes them, and says who took whose place. What an agency was stays in its versions;
 * it keeps its id, and with that everything that points at it.
 */
@Injectable()
export class ReshapeAgencies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(outline: PlanOutline, settled: ReadonlyMap<string, SettledAgency>, day: string): Promise<AgencyIds> {
    const all = [...settled.values()];
    const now = this.clock.now().getTime();
    const newIds = new Map(all.flatMap(({ before, key }) => (before === null ? [[key, newId(now)] as const] : [])));
    const idOf: AgencyIds = (agency) => newIds.get(keyOf(agency)) ?? keyOf(agency);
    const created = all.flatMap(({ after, before, key }) =>
      before === null && after !== null ? [rowOf(newIds.get(key) ?? key, after, idOf)] : [],
    );
    const changed = all.flatMap(({ after, before }) =>
      before !== null && after !== null ? [rowOf(before.id, after, idOf)] : [],
    );
    await this.insert(created, day);
    await this.keepVersions(
      changed.map(({ id }) => id),
      day,
    );
    await this.update(changed);
    await this.close(outline, idOf, day);
    return idOf;
  }

  private async insert(rows: readonly AgencyRow[], day: string): Promise<void> {
    await this.database.query(
      `INSERT INTO agencies (id, code, code102, name, abbreviation, level, parent_id, valid_from, search_text)
       SELECT id, code, code102, name, abbreviation, level, "parentId", $2, ''
         FROM jsonb_to_recordset($1::jsonb) AS row(${columns})`,
      [JSON.stringify(rows), day],
    );
  }

  /** Two plans of one day leave one version: what held on the day before both. */
  private async keepVersions(agencyIds: readonly string[], day: string): Promise<void> {
    await this.database.query(
      `INSERT INTO agency_versions (agency_id, valid_from, valid_to, code, name, abbreviation, level, parent_id)
       SELECT agency.id, since.day, $2::date - 1, code, name, abbreviation, level, parent_id
         FROM agencies AS agency
        CROSS JOIN LATERAL (
              SELECT coalesce(max(valid_to) + 1, agency.valid_from) AS day
                FROM agency_versions WHERE agency_id = agency.id) AS since
        WHERE agency.id = ANY ($1::uuid[]) AND since.day < $2::date
       ON CONFLICT DO NOTHING`,
      [agencyIds, day],
    );
  }

  private async update(rows: readonly AgencyRow[]): Promise<void> {
    await this.database.query(
      `UPDATE agencies AS agency
          SET code = row.code, code102 = row.code102, name = row.name, abbreviation = row.abbreviation,
              parent_id = row."parentId"
         FROM jsonb_to_recordset($1::jsonb) AS row(${columns}) WHERE agency.id = row.id`,
      [JSON.stringify(rows)],
    );
  }

  private async close({ closings }: PlanOutline, idOf: AgencyIds, day: string): Promise<void> {
    await this.database.query('UPDATE agencies SET valid_to = $2::date - 1 WHERE id = ANY ($1::uuid[])', [
      closings.map(({ agencyId }) => agencyId),
      day,
    ]);
    const successions = closings.flatMap(({ agencyId, successors }) =>
      successors.map(({ agency, isLead }) => ({ agencyId, successorId: idOf(agency), isLead })),
    );
    await this.database.query(
      `INSERT INTO agency_successions (predecessor_id, successor_id, effective_on, is_lead)
       SELECT "agencyId", "successorId", $2, "isLead"
         FROM jsonb_to_recordset($1::jsonb) AS row("agencyId" uuid, "successorId" uuid, "isLead" boolean)`,
      [JSON.stringify(successions), day],
    );
  }
}

function rowOf(id: string, after: AgencyAfter, idOf: AgencyIds): AgencyRow {
  const { code, code102, name, abbreviation, level, parent } = after;
  return { id, code, code102, name, abbreviation, level, parentId: parent === null ? null : idOf(parent) };
}
