import type { Actor, NewAgencyOfPlan, PlanStep } from '#contracts';
import type { Agency } from '#directory';
import { newId } from '#kernel';
import type { Database } from '#platform';
import { DraftPlan, PlanQuery, SchedulePlan, TakeEffect } from '#reorganisation';
import { anActor, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const dayBefore = new Date('2025-06-30T10:00:00Z');
export const day = '2025-07-01';

/** The exchange with a system administrator who plans its reorganisation on the day before. */
export class ReorganisationWorld {
  private constructor(
    private readonly testDatabase: TestDatabase,
    readonly exchange: ExchangeWorld,
    readonly administrator: Actor,
  ) {}

  static async open(): Promise<ReorganisationWorld> {
    const testDatabase = await createTestDatabase();
    const exchange = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
    const { id, personId, agencyId } = await aPost(exchange.database, { role: 'system-administrator' });
    const administrator = anActor({ personId, agencyId, postId: id, role: 'system-administrator' });
    return new ReorganisationWorld(testDatabase, exchange, administrator);
  }

  async close(): Promise<void> {
    await this.exchange.close();
    await this.testDatabase.drop();
  }

  get database(): Database {
    return this.exchange.database;
  }

  /** The afternoon of 30 June in Vietnam. */
  startOver(): void {
    this.exchange.clock.moment = dayBefore;
  }

  /** Half a minute past midnight in Vietnam. */
  passMidnight(): void {
    this.exchange.clock.moment = new Date('2025-06-30T17:00:30Z');
  }

  async atMidnight(): Promise<void> {
    this.passMidnight();
    await this.exchange.get(TakeEffect).execute();
  }

  /** Somebody with a post, as a session would have them today. */
  async actorIn(agencyId: string, role: Actor['role']): Promise<Actor> {
    return this.actorOf((await aPost(this.database, { agencyId, role })).id);
  }

  async actorOf(postId: string): Promise<Actor> {
    const post = await this.one<Pick<Actor, 'personId' | 'agencyId' | 'role' | 'predecessorIds'>>(
      `SELECT person_id AS "personId", agency_id AS "agencyId", role, predecessors(agency_id) AS "predecessorIds"
         FROM posts WHERE id = $1`,
      [postId],
    );
    return anActor({ ...post, postId });
  }

  /** The same person in the post that the reorganisation gave them. */
  async afterwards(actor: Actor): Promise<Actor> {
    const { postId } = await this.one<{ postId: string }>(
      'SELECT to_post_id AS "postId" FROM reorganisation_moved_posts WHERE from_post_id = $1',
      [actor.postId],
    );
    return this.actorOf(postId);
  }

  async draft(steps: PlanStep[]): Promise<string> {
    const plan = { title: 'Sắp xếp', legalBasis: 'Nghị quyết 202/2025/QH15', effectiveOn: day, steps };
    return this.exchange.get(DraftPlan).execute(this.administrator, plan);
  }

  async scheduled(steps: PlanStep[]): Promise<string> {
    const id = await this.draft(steps);
    await this.exchange.get(SchedulePlan).execute(this.administrator, id, 1);
    return id;
  }

  async stateOf(planId: string): Promise<string> {
    return (await this.exchange.get(PlanQuery).view(this.administrator, planId, 'vi')).state;
  }

  async one<Row = Record<string, unknown>>(sql: string, values: readonly unknown[]): Promise<Row> {
    const [row] = await this.database.query<Row>(sql, values);
    if (row === undefined) {
      throw new Error('there is no such row');
    }
    return row;
  }
}

export function merge(agencies: readonly Agency[], into: Agency, childrenFollow = true): PlanStep {
  return { kind: 'merge', agencyIds: agencies.map(({ id }) => id), into: { agencyId: into.id }, childrenFollow };
}

/** An agency that a plan sets up. */
export function part(overrides: Partial<NewAgencyOfPlan> = {}): NewAgencyOfPlan {
  const code = `N.${newId().slice(-12).toUpperCase()}`;
  return {
    code,
    code102: null,
    name: `Xã ${code}`,
    abbreviation: 'UBND',
    level: 'commune',
    parent: null,
    ...overrides,
  };
}
