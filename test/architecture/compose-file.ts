import { parse } from 'yaml';
import { z } from 'zod';

/**
 * The part of the Compose specification that our file uses, strict on every key: a word that is not in the
 * specification, or that we have not thought about, is refused. Written from the specification's own schema, since the
 * copies of it in the package registry are years behind.
 */
const Name = z.string().regex(/^[a-zA-Z0-9._-]+$/);
const Duration = z.string().regex(/^(?:\d+h)?(?:\d+m)?(?:\d+s)?$/);
const Command = z.array(z.string()).min(1);

const Healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL'])], z.string()),
    interval: Duration,
    timeout: Duration,
    retries: z.int().positive(),
    start_period: Duration.optional(),
  }),
]);

const Needs = z.record(
  Name,
  z.strictObject({
    condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']),
  }),
);

const Service = z.strictObject({
  build: z.literal('.').optional(),
  cap_drop: z.array(z.string()).optional(),
  command: Command.optional(),
  depends_on: Needs.optional(),
  entrypoint: Command.optional(),
  environment: z.record(z.string(), z.string()).default({}),
  healthcheck: Healthcheck.optional(),
  image: z.string(),
  init: z.boolean().optional(),
  network_mode: z
    .string()
    .regex(/^service:/)
    .optional(),
  networks: z.array(Name).optional(),
  ports: z.array(z.string()).optional(),
  profiles: z.array(Name).min(1).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  security_opt: z.array(z.string()).optional(),
  shm_size: z.string().optional(),
  stop_grace_period: Duration.optional(),
  volumes: z.array(z.string().regex(/^[a-z0-9-]+:\/[a-z0-9/-]+$/)).default([]),
});

const Compose = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]*$/),
  'x-app': z.unknown(),
  services: z.record(Name, Service),
  networks: z.record(Name, z.strictObject({ internal: z.boolean().optional() }).nullable()),
  volumes: z.record(Name, z.null()),
});

export type ComposeFile = z.infer<typeof Compose>;

/** @throws what the specification, or our use of it, does not allow. */
export function readComposeFile(text: string): ComposeFile {
  return Compose.parse(parse(text, { merge: true }));
}

/** A setting that is taken from `.env`: required with a word of explanation, or with a default. */
export interface Variable {
  readonly name: string;
  readonly required: boolean;
}

export function variablesOf(text: string): Variable[] {
  return [...text.matchAll(/\$\{(?<name>[A-Z0-9_]+)(?<rule>:[?-])?/g)].map((match) => ({
    name: match.groups?.['name'] ?? '',
    required: match.groups?.['rule'] === ':?',
  }));
}

const SECRET = /PASSWORD|SECRET|TOKEN|ACCESS_KEY/;
const REQUIRED = /^\$\{[A-Z0-9_]+:\?[^}]+\}$/;
/** What it belongs to is off unless somebody sets it up. */
const ABSENT = /^\$\{[A-Z0-9_]+:-\}$/;
const PASSWORD_IN_ADDRESS = /:\/\/[^:@/\s]+:(?<password>[^@\s]*(?:\}[^@\s]*)?)@/;

/** Every place where a secret would be one that others know. */
export function knownSecrets(compose: ComposeFile): string[] {
  return Object.entries(compose.services).flatMap(([service, { environment }]) =>
    Object.entries(environment)
      .filter(([name, value]) => isKnown(name, value))
      .map(([name]) => `${service}.${name}`),
  );
}

function isKnown(name: string, value: string): boolean {
  if (SECRET.test(name)) {
    return !REQUIRED.test(value) && !ABSENT.test(value);
  }
  const address = value.replaceAll(/\$\{[A-Z0-9_]+:\?[^}]+\}/g, '$');
  const password = PASSWORD_IN_ADDRESS.exec(address)?.groups?.['password'];
  return password !== undefined && password !== '$';
}
