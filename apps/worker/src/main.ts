import 'reflect-metadata';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { entities } from '#db';
import { type Config, ConfigError, loadConfig, logLevelsOf, PlatformModule, tellFault } from '#platform';
import { WorkerModule } from './worker.module.js';
import { WorkerHealthController } from './worker-health.controller.js';

@Module({ controllers: [WorkerHealthController] })
class WorkerApplication {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: WorkerApplication,
      imports: [PlatformModule.forRoot({ config, databaseUrl, entities }), WorkerModule],
    };
  }
}

try {
  const config = loadConfig();
  if (config.databaseUrl === undefined) {
    throw new ConfigError('DATABASE_URL is needed by this process; `npm start` runs everything in one without it');
  }
  const app = await NestFactory.create<NestFastifyApplication>(
    WorkerApplication.with(config, config.databaseUrl),
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: logLevelsOf(config), abortOnError: false },
  );
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  new Logger('worker').log('ready');
} catch (error) {
  process.exit(tellFault(error));
}
