import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, environmentSchema, loadConfig } from './config.js';

describe('the settings', () => {
  it('need nothing: without them the engines are the embedded ones', () => {
    const config = loadConfig({});
    expect(config.databaseUrl).toBeUndefined();
    expect(config.redisUrl).toBeUndefined();
    expect(config.s3).toBeUndefined();
    expect(config.port).toBe(3000);
  });

  it('take an empty value for an absent one', () => {
    expect(loadConfig({ REDIS_URL: '', PORT: '' }).redisUrl).toBeUndefined();
  });

  it('name every fault at once', () => {
    const load = (): unknown => loadConfig({ PORT: 'x', DATABASE_URL: 'mysql://here', S3_ENDPOINT: 'http://s3' });
    expect(load).toThrow(ConfigError);
    for (const name of ['4 fault(s)', 'PORT', 'DATABASE_URL', 'S3_ACCESS_KEY', 'S3_SECRET_KEY']) {
      expect(load).toThrow(name);
    }
  });

  it('ask for both keys with an S3 endpoint', () => {
    expect(() => loadConfig({ S3_ENDPOINT: 'http://s3:9000', S3_ACCESS_KEY: 'a' })).toThrow('S3_SECRET_KEY');
  });

  it('stand in .env.example, all of them and nothing else', () => {
    const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? '');
    const compose = ['APPLICATION_PASSWORD', 'COMPOSE_PROFILES', 'POSTGRES_PASSWORD'];
    expect(named.toSorted()).toEqual([...Object.keys(environmentSchema.shape), ...compose].toSorted());
  });
});
