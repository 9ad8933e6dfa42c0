import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '#audit';
import { entities } from '#db';
import { IdentityModule } from '#identity';
import { MetricsModule } from '#metrics';
import { type Config, EmbeddedPostgres, loadConfig, PlatformModule } from '#platform';

@Module({})
class CommandApplication {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: CommandApplication,
      imports: [PlatformModule.forRoot({ config, databaseUrl, entities }), AuditModule, IdentityModule, MetricsModule],
    };
  }
}

/** Runs work against the database that the settings name; an embedded one is started for it and stopped after. */
export async function withDatabase<Result>(work: (databaseUrl: string) => Promise<Result>): Promise<Result> {
  const config = loadConfig();
  if (config.databaseUrl !== undefined) {
    return work(config.databaseUrl);
  }
  const engine = await EmbeddedPostgres.start({ dataDir: config.dataDir });
  try {
    return await work(engine.url);
  } finally {
    await engine.stop();
  }
}

/** Runs work with the parts of the libs, without HTTP and without the worker. */
export async function withApplication<Result>(
  work: (app: INestApplicationContext) => Promise<Result>,
): Promise<Result> {
  return withDatabase(async (databaseUrl) => {
    // Silent and thrown while it starts: the command line tells a fault in a sentence, and stops the database first.
    const app = await NestFactory.createApplicationContext(CommandApplication.with(loadConfig(), databaseUrl), {
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
