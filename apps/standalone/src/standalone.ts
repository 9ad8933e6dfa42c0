import 'reflect-metadata';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Abstract, type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { admitApplication, entities, migrateDatabase } from '#db';
import { type Config, EmbeddedPostgres, logLevelsOf, PlatformModule } from '#platform';
import { ApiModule, configureApi, createAdapter, serveApiDocs } from '../../api/src/index.js';
import { WorkerModule } from '../../worker/src/index.js';

@Module({})
class StandaloneApplication {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: StandaloneApplication,
      imports: [PlatformModule.forRoot({ config, databaseUrl, entities }), ApiModule, WorkerModule],
    };
  }
}

export interface Standalone {
  /** Where people reach it, without a slash at the end. */
  readonly url: string;
  readonly databaseUrl: string;
  /** A part of the running application, for the command line and the tests. */
  get<Part>(type: Type<Part> | Abstract<Part>): Part;
  /** Stops taking requests, finishes what runs, then stops the database. */
  stop(): Promise<void>;
}

export interface StandaloneOptions {
  /** The embedded database ended by itself: nothing can be done without it but to end as well. */
  readonly onDatabaseLost?: (how: string) => void;
}

/** API, worker and web in one process, with an embedded PostgreSQL unless one is given. */
export async function startStandalone(config: Config, options: StandaloneOptions = {}): Promise<Standalone> {
  await mkdir(config.dataDir, { recursive: true });
  const engine = config.databaseUrl === undefined ? await startEngine(config, options) : undefined;
  const databaseUrl = config.databaseUrl ?? engine?.applicationUrl ?? '';
  const ownerUrl = config.migrationDatabaseUrl ?? engine?.url ?? '';
  try {
    await migrateDatabase(ownerUrl);
    await admitApplication(ownerUrl, databaseUrl);
    const app = await startApplication(config, databaseUrl);
    return {
      url: (await app.getUrl()).replace('127.0.0.1', 'localhost').replace(/\/$/, ''),
      databaseUrl,
      get: (type) => app.get(type, { strict: false }),
      stop: async () => {
        await app.close();
        await engine?.stop();
      },
    };
  } catch (error) {
    await engine?.stop();
    throw error;
  }
}

async function startApplication(config: Config, databaseUrl: string): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    StandaloneApplication.with(config, databaseUrl),
    createAdapter(config),
    { logger: logLevelsOf(config), abortOnError: false },
  );
  try {
    await configureApi(app, config);
    serveApiDocs(app);
    await app.listen(config.port, config.host);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function startEngine({ dataDir }: Config, { onDatabaseLost }: StandaloneOptions): Promise<EmbeddedPostgres> {
  return EmbeddedPostgres.start({
    dataDir,
    ...(onDatabaseLost !== undefined && { onUnexpectedEnd: onDatabaseLost }),
  });
}

/** Where files and the embedded database live; for messages. */
export function describePlaces(config: Config): string {
  const database = config.databaseUrl === undefined ? 'embedded PostgreSQL' : 'PostgreSQL at DATABASE_URL';
  const queue = config.redisUrl === undefined ? 'queue in PostgreSQL' : 'queue in Redis';
  const files =
    config.s3 === undefined ? `files in ${join(config.dataDir, 'files')}` : `files at ${config.s3.endpoint}`;
  return `${database}, ${queue}, ${files}`;
}
