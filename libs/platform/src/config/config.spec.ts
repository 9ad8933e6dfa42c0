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

  it('take the hours of the office as two spans in the order of the day, and say so when they are not', () => {
    expect(loadConfig({}).officeHours).toEqual({ morningEnds: '11:30', dayEnds: '17:00' });
    expect(loadConfig({ OFFICE_HOURS: '08:00-12:00,13:00-16:30' }).officeHours.dayEnds).toBe('16:30');
    for (const wrong of [
      '7:30-11:30,13:30-17:00',
      '07:30-11:30',
      '07:30-11:60,13:30-17:00',
      '07:30-24:00,13:30-17:00',
    ]) {
      expect(() => loadConfig({ OFFICE_HOURS: wrong })).toThrow('OFFICE_HOURS: has to be like');
    }
    for (const wrong of ['07:30-13:45,13:30-17:00', '11:30-07:30,13:30-17:00', '07:30-11:30,17:00-17:00']) {
      expect(() => loadConfig({ OFFICE_HOURS: wrong })).toThrow('OFFICE_HOURS: has to name its times in the order');
    }
  });

  it('stand in .env.example, all of them and nothing else', () => {
    const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? '');
    const compose = ['APPLICATION_PASSWORD', 'COMPOSE_PROFILES', 'POSTGRES_PASSWORD'];
    expect(named.toSorted()).toEqual([...Object.keys(environmentSchema.shape), ...compose].toSorted());
  });
});
