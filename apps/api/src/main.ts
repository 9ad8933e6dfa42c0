import 'reflect-metadata';
import { type DynamicModule, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { entities } from '#db';
import { type Config, ConfigError, loadConfig, logLevelsOf, PlatformModule, tellFault } from '#platform';
import { ApiModule } from './api.module.js';
import { configureApi, createAdapter } from './configure-api.js';
import { serveApiDocs } from './openapi.js';

@Module({})
class ApiApplication {
  static with(config: Config, databaseUrl: string): DynamicModule {
    return {
      module: ApiApplication,
      imports: [PlatformModule.forRoot({ config, databaseUrl, entities }), ApiModule],
    };
  }
}

try {
  const config = loadConfig();
  if (config.databaseUrl === undefined) {
    throw new ConfigError('DATABASE_URL is needed by this process; `npm start` runs everything in one without it');
  }
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiApplication.with(config, config.databaseUrl),
    createAdapter(config),
    { logger: logLevelsOf(config), abortOnError: false },
  );
  await configureApi(app, config);
  serveApiDocs(app);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  new Logger('api').log(`listening at ${await app.getUrl()}`);
} catch (error) {
  process.exit(tellFault(error));
}
