import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refused, HttpClient } from '../apps/cli/src/demo/http-client.js';
import { hashSync } from '@node-rs/argon2';
import { type PersonRow, type Province, readProvince, seedProvince } from '../apps/cli/src/seed-province.js';
import { type Standalone, startStandalone } from '../apps/standalone/src/index.js';
import { loadConfig } from '#platform';
import { createTestDatabase } from '#testing';

export { HttpClient, Refused };

/** Everyone’s password in the tests. */
export const password = 'mường-bi-2017-thử';

/** Its hash. What checking costs is written in a hash: this one takes a hundredth of what passwords take elsewhere. */
export const passwordHash = hashSync(password, { memoryCost: 1024, timeCost: 2, parallelism: 1 });

export interface TestApp {
  /** Without a slash at the end. */
  readonly url: string;
  readonly server: Standalone;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly province: Province;
  /** Signs in the first person of that agency with that role (`snv`: as in samples/hoa-binh-2017/people.csv). */
  signIn(userName: string): Promise<HttpClient>;
  personOf(userName: string): PersonRow;
  stop(): Promise<void>;
}

/** The whole application as `npm start` runs it, on a database and a folder of its own, with the demonstration province. */
export async function startTestApp(environment: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const app = await startEmptyApp(environment);
  await seedProvince(app.server, app.province, passwordHash);
  return app;
}

/** The same before its first start was finished: without an agency or a person. */
export async function startEmptyApp(environment: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'vanthu-app-'));
  const config = loadConfig({
    DATABASE_URL: database.applicationUrl,
    MIGRATION_DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
    SIGN_IN_PER_MINUTE: '100000',
    ...environment,
  });
  const server = await startStandalone(config);
  const province = await readProvince();
  return {
    url: server.url,
    server,
    databaseUrl: database.url,
    dataDir,
    province,
    signIn: (userName) => HttpClient.signIn(server.url, userName, password),
    personOf: (userName) => {
      const person = province.people.find((one) => one.userName === userName);
      if (person === undefined) {
        throw new Error(`nobody is called ${userName}`);
      }
      return person;
    },
    stop: async () => {
      await server.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
