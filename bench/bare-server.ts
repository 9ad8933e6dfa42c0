import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EmbeddedPostgres, loadConfig } from '#platform';
import { BareDeskController } from './bare-desk.controller.js';

@Module({ controllers: [BareDeskController] })
class BareApplication {}

const config = loadConfig();
const engine = config.databaseUrl === undefined ? await EmbeddedPostgres.start({ dataDir: config.dataDir }) : undefined;
const app = await NestFactory.create<NestFastifyApplication>(BareApplication, new FastifyAdapter(), { logger: false });
app.setGlobalPrefix('api/v1');
await app.listen(config.port, config.host);
process.once('SIGTERM', () => {
  void app.close().then(() => engine?.stop());
});
