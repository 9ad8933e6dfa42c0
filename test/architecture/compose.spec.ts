import { existsSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { knownSecrets, readComposeFile, variablesOf } from './compose-file.js';
import { copiedFromRepository, copiedFromStages, readDockerfile } from './dockerfile.js';

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = readComposeFile(text);
const { services } = compose;
const stages = readDockerfile(readFileSync('Dockerfile', 'utf8'));
const runtime = stages.at(-1);

const minimal = (service: string): string =>
  `name: a\nx-app: {}\nservices:\n  web:\n    image: b\n    restart: always\n${service}\nnetworks: {}\nvolumes: {}\n`;

describe('docker-compose.yml', () => {
  it('has every service that the system needs', () => {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['api', 'worker', 'migrate', 'postgres', 'redis', 's3', 's3-durability']),
    );
  });

  it('names only networks, volumes and services that it defines', () => {
    for (const service of Object.values(services)) {
      for (const network of service.networks ?? []) {
        expect(Object.keys(compose.networks)).toContain(network);
      }
      for (const volume of service.volumes) {
        expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      }
      for (const needed of Object.keys(service.depends_on ?? {})) {
        expect(Object.keys(services)).toContain(needed);
      }
    }
  });

  it('waits for the health only of services that tell theirs, and for the end only of those that end', () => {
    const needs = Object.values(services).flatMap((service) => Object.entries(service.depends_on ?? {}));
    expect(needs.length).toBeGreaterThan(0);
    for (const [name, { condition }] of needs) {
      const needed = services[name];
      expect(needed).toBeDefined();
      expect(condition === 'service_healthy').toBe(needed?.healthcheck !== undefined && 'test' in needed.healthcheck);
      expect(condition === 'service_completed_successfully').toBe(/^(?:no|on-failure)$/.test(needed?.restart ?? ''));
    }
  });

  it('starts the api and the worker after the migration, the queue and the file store', () => {
    for (const name of ['api', 'worker']) {
      expect(Object.keys(services[name]?.depends_on ?? {})).toEqual(['migrate', 'redis', 's3-durability']);
    }
    expect(services['migrate']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  it('keeps what must outlive a container where the images keep it', () => {
    expect(services['postgres']?.volumes).toEqual(['postgres-data:/var/lib/postgresql']);
    expect(services['redis']?.volumes).toEqual(['redis-data:/data']);
    expect(services['s3']?.volumes).toEqual(['s3-data:/data']);
  });

  it('never lets the queue throw a job away', () => {
    const command = services['redis']?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('publishes the api alone and keeps the stores in a network without a way out', () => {
    expect(Object.keys(services).filter((name) => services[name]?.ports !== undefined)).toEqual(['api']);
    expect(compose.networks['store']).toEqual({ internal: true });
    for (const name of ['postgres', 'redis', 's3']) {
      expect(services[name]?.networks).toEqual(['store']);
    }
  });

  it('starts the malware scanner only where somebody asks for it, and never has it call clean what it did not look at', () => {
    const optional = Object.keys(services).filter((name) => services[name]?.profiles !== undefined);
    expect(optional).toEqual(['clamav']);
    const needed = Object.values(services).flatMap((service) => Object.keys(service.depends_on ?? {}));
    expect(needed).not.toContain('clamav');
    expect(services['clamav']?.command?.join(' ')).toContain('AlertExceedsMax yes');
    expect(services['worker']?.networks).toEqual(expect.arrayContaining(services['clamav']?.networks ?? []));
  });

  it('makes the file store write to the disk before it answers, and lets only its S3 side listen', () => {
    expect(services['s3-durability']?.command?.join(' ')).toContain('-locationPrefix=/buckets/ -fsync -apply');
    expect(services['s3-durability']?.image).toBe(services['s3']?.image);
    expect(services['s3']?.command).toEqual(expect.arrayContaining(['-ip.bind=127.0.0.1', '-s3.ip.bind=0.0.0.0']));
  });

  it('pins the version of every image that others make', () => {
    for (const { image } of Object.values(services).filter((service) => service.build === undefined)) {
      expect(image).toMatch(/:\d/);
    }
  });

  it('has no password that others know', () => {
    expect(knownSecrets(compose)).toEqual([]);
  });

  it('takes only settings that .env.example explains', () => {
    const example = readFileSync('.env.example', 'utf8');
    const explained = [...example.matchAll(/^#?\s*([A-Z0-9_]+)=/gm)].map((match) => match[1]);
    const names = variablesOf(text).map((variable) => variable.name);
    expect(names.filter((name) => !explained.includes(name))).toEqual([]);
    expect(names).toContain('POSTGRES_PASSWORD');
  });

  it('requires the same settings everywhere that it requires anywhere', () => {
    const variables = variablesOf(text);
    const required = new Set(variables.filter((variable) => variable.required).map((variable) => variable.name));
    expect([...required].toSorted()).toEqual([
      'APPLICATION_PASSWORD',
      'POSTGRES_PASSWORD',
      'PUBLIC_URL',
      'S3_ACCESS_KEY',
      'S3_SECRET_KEY',
      'SECRET_KEY',
    ]);
    expect(variables.filter((variable) => required.has(variable.name) && !variable.required)).toEqual([]);
  });
});

describe('the reading of docker-compose.yml', () => {
  it.each([
    ['a key that Compose does not know', '    restrat: always'],
    ['a condition that Compose does not know', '    depends_on:\n      db:\n        condition: service_ready'],
    ['a time without a unit', '    stop_grace_period: 60'],
    ['a port that YAML would read as a number', '    ports:\n      - 3000'],
    ['a check without its kind', '    healthcheck:\n      test: [redis-cli, ping]'],
    ['a path of the host as a volume', '    volumes:\n      - ./data:/data'],
  ])('refuses %s', (_what, service) => {
    expect(() => readComposeFile(minimal(service))).toThrow(ZodError);
  });

  it.each([
    ['POSTGRES_PASSWORD: postgres', true],
    ['POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-postgres}', true],
    ['DATABASE_URL: postgresql://vanthu:vanthu@postgres/vanthu', true],
    ['DATABASE_URL: postgresql://vanthu:${POSTGRES_PASSWORD:-x}@postgres/vanthu', true],
    ['DATABASE_URL: "postgresql://vanthu:${POSTGRES_PASSWORD:?a password}@postgres/vanthu"', false],
    ['POSTGRES_PASSWORD: "${POSTGRES_PASSWORD:?a password}"', false],
    ['REDIS_URL: redis://redis:6379', false],
  ])('tells whether others know the secret in %s', (line, known) => {
    const file = readComposeFile(minimal(`    environment:\n      ${line}`));
    expect(knownSecrets(file).length > 0).toBe(known);
  });
});

describe('the Dockerfile', () => {
  it('ends as a user who is not root, and stays so', () => {
    const users = runtime?.instructions.filter((instruction) => instruction.name === 'USER');
    expect(users?.at(-1)?.value).toBe('node');
  });

  it('tells its health through the readiness of the api', () => {
    const check = runtime?.instructions.find((instruction) => instruction.name === 'HEALTHCHECK');
    expect(check?.value).toContain('/api/v1/health/ready');
    const [, script = ''] = /"-e", "(.+)"\]$/.exec(check?.value ?? '') ?? [];
    expect(() => new Script(script)).not.toThrow();
    expect(script).toContain('fetch(');
  });

  it('starts the api', () => {
    expect(runtime?.instructions.at(-1)).toEqual({ name: 'CMD', value: '["node", "dist/apps/api/src/main.js"]' });
  });

  it('copies only what stands in the repository or comes from an earlier stage', () => {
    const names = stages.map((stage) => stage.name);
    for (const [index, stage] of stages.entries()) {
      for (const source of copiedFromRepository(stage)) {
        expect(existsSync(source), source).toBe(true);
      }
      for (const source of copiedFromStages(stage)) {
        expect(names.slice(0, index)).toContain(source);
      }
    }
  });

  it('leaves out what only development needs', () => {
    const production = stages.find((stage) => stage.name === 'production');
    expect(production?.instructions.map((instruction) => instruction.value).join(' ')).toContain('npm ci --omit=dev');
    expect(copiedFromStages({ name: '', from: '', instructions: runtime?.instructions ?? [] })).toContain('production');
  });

  it('gets nothing that .dockerignore does not name', () => {
    const rules = readFileSync('.dockerignore', 'utf8').split('\n');
    expect(rules.find((rule) => rule !== '' && !rule.startsWith('#'))).toBe('*');
    const letIn = new Set(rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1)));
    const copied = stages.flatMap(copiedFromRepository).filter((source) => source !== '.');
    expect(copied.filter((source) => !letIn.has(source))).toEqual([]);
  });
});
