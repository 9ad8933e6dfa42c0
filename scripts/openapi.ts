import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { entities } from '#db';
import { loadConfig, PlatformModule, productFolder } from '#platform';
import { ApiModule, createAdapter, describeApi, setApiPrefix } from '../apps/api/src/index.js';

const config = loadConfig({});

@Module({ imports: [PlatformModule.forRoot({ config, databaseUrl: '', entities }), ApiModule] })
class DescribedApplication {}

/** The description as it is committed: from the code alone, no engine needed. */
async function describe(): Promise<string> {
  const app = await NestFactory.create<NestFastifyApplication>(DescribedApplication, createAdapter(config), {
    preview: true,
    logger: ['error'],
  });
  setApiPrefix(app);
  return `${JSON.stringify(describeApi(app), null, 2)}\n`;
}

const file = join(productFolder, 'apps', 'api', 'openapi.json');
const described = await describe();
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== described) {
    console.error('apps/api/openapi.json is not what the code says: run `npm run openapi` and commit it');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, described);
}
