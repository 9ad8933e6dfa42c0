import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entities } from '#db';
import { declaredJobs, loadConfig, PlatformModule } from '#platform';
import { createTestDatabase, type TestDatabase } from '#testing';
import { ApiModule, createAdapter } from '../../apps/api/src/index.js';
import { WorkerModule } from '../../apps/worker/src/index.js';

const applications = [
  { name: 'the API', modules: [ApiModule] },
  { name: 'the worker', modules: [WorkerModule] },
  { name: 'both in one process', modules: [ApiModule, WorkerModule] },
];

let testDatabase: TestDatabase;
let dataDir: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'vanthu-wiring-'));
});

afterAll(async () => {
  await testDatabase.drop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Part {
  readonly name: string;
  readonly metatype: object;
}

/** The classes that the application makes: providers, controllers, guards and the like, of our own alone. */
function partsOf(app: INestApplicationContext): Part[] {
  const parts = new Map<object, string>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const wrapper of [
      ...module.providers.values(),
      ...module.controllers.values(),
      ...module.injectables.values(),
    ]) {
      const metatype: unknown = wrapper.metatype;
      if (typeof metatype === 'function' && wrapper.inject === undefined) {
        parts.set(metatype, metatype.name);
      }
    }
  }
  return [...parts].map(([metatype, name]) => ({ metatype, name }));
}

/** Constructor parameters that came out as nothing in particular, as those imported with `import type` do. */
function vagueParameters({ name, metatype }: Part): string[] {
  const types = (Reflect.getMetadata('design:paramtypes', metatype) ?? []) as readonly unknown[];
  const named = (Reflect.getMetadata('self:paramtypes', metatype) ?? []) as readonly { readonly index: number }[];
  return types.flatMap((type, index) =>
    (type === Object || type === undefined) && !named.some((one) => one.index === index) ? [`${name} ${index}`] : [],
  );
}

describe.each(applications)('$name', ({ modules }) => {
  it('is put together from real parts, each of which gets what its constructor names', async () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    const built = await Test.createTestingModule({
      imports: [PlatformModule.forRoot({ config, databaseUrl: testDatabase.url, entities }), ...modules],
    }).compile();
    // Some parts of the API look for the HTTP server, also when they end.
    const app = built.createNestApplication(createAdapter(config), { logger: false });
    try {
      const parts = partsOf(app);
      expect(parts.length).toBeGreaterThan(30);
      expect(parts.flatMap(vagueParameters)).toEqual([]);
    } finally {
      await app.close();
    }
  });
});

it('the worker starts with a handler for every declared job, and ends', async () => {
  const config = loadConfig({ DATA_DIR: dataDir });
  const app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot({ config, databaseUrl: testDatabase.url, entities }), WorkerModule],
  }).compile();
  app.useLogger(false);
  await app.init();
  await app.close();
  expect(declaredJobs().map(({ name }) => name)).toContain('deliver-dispatch');
});
