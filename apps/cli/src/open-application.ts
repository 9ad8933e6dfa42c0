import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '#audit';
import { admitApplication, entities, migrateDatabase } from '#db';
import { IdentityModule } from '#identity';
import { MetricsModule } from '#metrics';
import { type Config, EmbeddedPostgres, loadConfig, PlatformModule } from '#platform';
import { ReorganisationModule } from '#reorganisation';

interface DatabaseUrls {
  readonly owner: string;
  readonly application: string;
}

@Module({})
class CommandApplication {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: CommandApplication,
      imports: [
        PlatformModule.forRoot({ config, databaseUrl, entities }),
        AuditModule,
        IdentityModule,
        MetricsModule,
        ReorganisationModule,
      ],
    };
  }
}

/** Runs work against the database that the settings name; an embedded one is started for it and stopped after. */
async function withDatabase<Result>(work: (urls: DatabaseUrls) => Promise<Result>): Promise<Result> {
  const config = loadConfig();
  if (config.databaseUrl !== undefined) {
    return work({ owner: config.migrationDatabaseUrl ?? config.databaseUrl, application: config.databaseUrl });
  }
  const engine = await EmbeddedPostgres.start({ dataDir: config.dataDir });
  try {
    return await work({ owner: engine.url, application: engine.applicationUrl });
  } finally {
    await engine.stop();
  }
}

/** Brings the schema up to date and lets the application’s role use it; gives how many migrations it ran. */
export async function bringUpToDate(log?: (line: string) => void): Promise<number> {
  return withDatabase(async ({ owner, application }) => {
    const count = await migrateDatabase(owner, log);
    await admitApplication(owner, application);
    return count;
  });
}

/** Runs work with the parts of the libs, without HTTP and without the worker. */
export async function withApplication<Result>(
  work: (app: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  return withDatabase(async ({ application }) => {
    // Silent and thrown while it starts: the command line tells a fault in a sentence, and stops the database first.
    const app = await NestFactory.createApplicationContext(CommandApplication.with(loadConfig(), application), {
      logger: false,
      abortOnError: false,
    });
    app.useLogger(['error', 'warn']);
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  });
}
