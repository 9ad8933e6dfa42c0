import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { Role } from '#contracts';
import { EmbeddedPostgres, productFolder } from '#platform';
import { HttpClient } from '../apps/cli/src/demo/http-client.js';
import { readProvince } from '../apps/cli/src/seed-province.js';
import type { Scratch } from './scratch.js';
import { type Environment, ServerProcess, standalone } from './server-process.js';

const password = 'muong-song-da-2017';

/** The application's database as the superuser. */
export function superuserUrl({ adminUrl, url }: EmbeddedPostgres): string {
  const address = new URL(adminUrl);
  address.pathname = new URL(url).pathname;
  return address.href;
}

/** The agency that sends: the Department of Home Affairs. */
const senderCode = 'H28.02';

/** The demonstration province in a database, by the command that operators use. */
export async function seedData(environment: Environment): Promise<void> {
  const { PATH = '', HOME = '' } = process.env;
  await promisify(execFile)(
    process.execPath,
    [join(productFolder, 'bin', 'vanthu.js'), 'seed', '--password', password],
    { cwd: productFolder, env: { PATH, HOME, ...environment } },
  );
}

/**
 * The whole server on the demonstration province. PostgreSQL is the embedded one with its ordinary, durable settings,
 * started from here, so that the benchmark can read its rows.
 */
export class ProvinceServer {
  private constructor(
    readonly server: ServerProcess,
    readonly database: Client,
    readonly databaseUrl: string,
    /** The same database as the superuser, who may leave out what filling it does not need. */
    readonly adminUrl: string,
    /** What a further process of the same installation is started with. */
    readonly settings: Environment,
    private readonly userNames: ReadonlyMap<string, string>,
  ) {}

  static async start(scratch: Scratch, environment: Environment = {}): Promise<ProvinceServer> {
    const folder = scratch.folder();
    const engine = await EmbeddedPostgres.start({ dataDir: scratch.folder() });
    scratch.onEnd(() => engine.stop());
    const settings = {
      DATA_DIR: folder,
      DATABASE_URL: engine.applicationUrl,
      MIGRATION_DATABASE_URL: engine.url,
      LOG_LEVEL: 'warn',
      // Benchmarks sign in often, and from one address.
      SIGN_IN_PER_MINUTE: '100000',
      ...environment,
    };
    await seedData(settings);
    const database = new Client({ connectionString: engine.url });
    await database.connect();
    scratch.onEnd(() => database.end());
    const { people } = await readProvince();
    const userNames = new Map(people.map(({ agencyCode, role, userName }) => [`${agencyCode} ${role}`, userName]));
    return new ProvinceServer(
      await ServerProcess.start(standalone(settings), scratch),
      database,
      engine.url,
      superuserUrl(engine),
      settings,
      userNames,
    );
  }

  /** Name and password of a person, for a sign-in that is itself measured. */
  credentials(role: Role, agencyCode: string = senderCode): { userName: string; password: string } {
    const userName = this.userNames.get(`${agencyCode} ${role}`);
    if (userName === undefined) {
      throw new Error(`the province has no ${role} in ${agencyCode}`);
    }
    return { userName, password };
  }

  async signIn(role: Role, agencyCode: string = senderCode): Promise<HttpClient> {
    return HttpClient.signIn(this.server.url, this.credentials(role, agencyCode).userName, password);
  }

  /** The cookie of a session, for what is not asked as a client does: an open stream. */
  async cookieOf(role: Role, agencyCode: string, url: string): Promise<string> {
    const response = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.credentials(role, agencyCode)),
    });
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** Every agency but the sender. */
  async recipients(): Promise<readonly { readonly id: string; readonly code: string }[]> {
    const { rows } = await this.database.query<{ id: string; code: string }>(
      'SELECT id, code FROM agencies WHERE code <> $1 AND valid_to IS NULL ORDER BY code',
      [senderCode],
    );
    return rows;
  }

  async recipientIds(): Promise<readonly string[]> {
    return (await this.recipients()).map(({ id }) => id);
  }
}
