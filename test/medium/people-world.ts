import type { Actor, NewPost, Role } from '#contracts';
import type { Post } from '#identity';
import { anActor, aPerson, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

export const today = '2017-05-02';

export interface Holder {
  readonly post: Post;
  readonly actor: Actor;
}

/** People and posts as the application has them, on a Tuesday in May 2017. */
export class PeopleWorld {
  private constructor(
    readonly app: ExchangeWorld,
    private readonly testDatabase: TestDatabase,
  ) {}

  static async open(): Promise<PeopleWorld> {
    const testDatabase = await createTestDatabase();
    const world = new PeopleWorld(await ExchangeWorld.open({ databaseUrl: testDatabase.url }), testDatabase);
    world.dawn(today);
    return world;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.testDatabase.drop();
  }

  /** Eight in the morning of that day in Vietnam. */
  dawn(day: string): void {
    this.app.clock.moment = new Date(`${day}T01:00:00Z`);
  }

  /** Somebody with a post, who acts in it. */
  async aHolder(agencyId: string, role: Role, overrides: Partial<Post> = {}): Promise<Holder> {
    const person = await aPerson(this.app.database);
    const post = await aPost(this.app.database, { personId: person.id, agencyId, role, ...overrides });
    const { position, personId } = post;
    const fullName = person.fullName;
    return { post, actor: anActor({ personId, postId: post.id, agencyId, role, position, fullName }) };
  }

  /** The actions on record about a person, by name. */
  async recordsOf(personId: string): Promise<string[]> {
    const rows = await this.app.database.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE object_type = 'person' AND object_id = $1 ORDER BY action`,
      [personId],
    );
    return rows.map(({ action }) => action);
  }
}

export function newPost(agencyId: string, overrides: Partial<NewPost> = {}): NewPost {
  return {
    agencyId,
    role: 'civil-servant',
    unitId: null,
    position: 'Chuyên viên',
    signingForms: [],
    validFrom: null,
    validTo: null,
    ...overrides,
  };
}
