import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { OfficeHours } from '#kernel';

const blankIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema.optional());
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>) =>
  z.preprocess((given) => blankIsAbsent(given) ?? value, schema);

/** Whoever listens on the way to the provider would be everybody: without TLS only inside one machine. */
const providerUrl = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
}, 'has to begin with https://');

const timeOfDay = '([01]\\d|2[0-3]):[0-5]\\d';

/** Two spans of the day; times of day compare as texts. */
const officeHours = z
  .string()
  .regex(new RegExp(`^${timeOfDay}-${timeOfDay},${timeOfDay}-${timeOfDay}$`), 'has to be like 07:30-11:30,13:30-17:00')
  .refine((text) => {
    const times = text.split(/[,-]/);
    return times.every((time, place) => place === 0 || (times[place - 1] ?? '') < time);
  }, 'has to name its times in the order of the day, as 07:30-11:30,13:30-17:00 does')
  .transform((text) => {
    const [, morningEnds = '', , dayEnds = ''] = text.split(/[,-]/);
    return { morningEnds, dayEnds };
  });

const secretKeys = z.tuple([z.string().min(32).max(500)], z.string().min(32).max(500));

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** What an administrator may choose to take after all. */
const refusedContents = ['macros', 'encrypted', 'executables', 'polyglots'] as const;
export type RefusedContent = (typeof refusedContents)[number];

/** Every setting of the system, with what it means. `.env.example` is checked against it. */
export const environmentSchema = z.object({
  HOST: withDefault(z.string(), '127.0.0.1').describe('Address to listen on; 0.0.0.0 for every interface'),
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3000).describe(
    'Port of the web and the API; 0 takes a free one',
  ),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })).describe(
    'Address under which people reach the system; https makes the session cookie Secure',
  ),
  TRUST_PROXY: withDefault(z.coerce.number().int().min(0).max(10), 0).describe(
    'How many reverse proxies stand before the system: the client address is taken from that far in X-Forwarded-For',
  ),
  DATA_DIR: withDefault(z.string(), './data').describe('Folder of the embedded PostgreSQL and of local files'),
  LOG_LEVEL: withDefault(z.enum(['error', 'warn', 'log', 'debug']), 'warn').describe('Least level that is logged'),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })).describe(
    'PostgreSQL 18 or later; without it an embedded one is started',
  ),
  MIGRATION_DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })).describe(
    'The same database as the owner of its tables, for migrations; DATABASE_URL then names a role that can only add to the trail',
  ),
  DATABASE_POOL: withDefault(z.coerce.number().int().min(2).max(500), 20).describe(
    'Connections a process keeps to PostgreSQL',
  ),
  REDIS_URL: optional(z.url({ protocol: /^rediss?$/ })).describe(
    'Redis for the queue; without it the queue lives in PostgreSQL',
  ),
  S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ })).describe(
    'S3 store for files; without it they live in DATA_DIR/files',
  ),
  S3_REGION: withDefault(z.string(), 'us-east-1').describe('Region of the bucket'),
  S3_BUCKET: withDefault(z.string().min(3).max(63), 'vanthu').describe('Bucket of the files; made when missing'),
  S3_ACCESS_KEY: optional(z.string()).describe('Access key of the store; required with S3_ENDPOINT'),
  S3_SECRET_KEY: optional(z.string()).describe('Secret key of the store; required with S3_ENDPOINT'),
  UPLOAD_MAX_BYTES: withDefault(z.coerce.number().int().min(1).max(5_000_000_000), 2_147_483_648).describe(
    'Largest attachment in bytes; at most 5 GB, the most that S3 copies in one step',
  ),
  FILES_REFUSED: withDefault(
    z
      .string()
      .transform((text) => text.split(',').map((word) => word.trim()))
      .pipe(z.union([z.tuple([z.literal('none')]), z.array(z.enum(refusedContents))])),
    refusedContents.join(','),
  ).describe(
    'What is refused inside of files, with commas: macros, encrypted, executables, polyglots; none for nothing of it',
  ),
  CLAMD_URL: optional(z.url({ protocol: /^(tcp|unix)$/, hostname: /^.*$/ })).describe(
    'Malware scanner (clamd), tcp://host:3310 or unix:///path; without it files say that they were not looked at for malware',
  ),
  SOFFICE_PATH: optional(z.string().max(500)).describe(
    'Program of LibreOffice (soffice), which shows Word and Excel files as PDF; without it it is looked for on the PATH, `none` for not at all',
  ),
  SECRET_KEY: optional(
    z
      .string()
      .transform((text) => text.split(',').map((key) => key.trim()))
      .pipe(secretKeys),
  ).describe(
    'Seals what the system must read again (codes of second factors): 32 random characters or more; after a change the older keys follow, with commas. Without it, a key file in DATA_DIR',
  ),
  SESSION_HOURS: withDefault(z.coerce.number().positive().max(720), 12).describe('Hours until an unused session ends'),
  SIGN_IN_PER_MINUTE: withDefault(z.coerce.number().int().min(1).max(100_000), 60).describe(
    'Sign-in tries a minute from one address',
  ),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })).describe(
    'Mail server for invitations, forgotten passwords and notifications; without it administrators hand links over',
  ),
  MAIL_FROM: optional(z.string()).describe('Sender of mail; required with SMTP_URL'),
  WEBHOOK_NETWORKS: withDefault(
    z
      .string()
      .transform(listed)
      .pipe(z.array(z.union([z.cidrv4(), z.cidrv6()]))),
    '',
  ).describe(
    'Networks inside the house that messages to other systems may go to, with commas, as 10.12.0.0/16; without TLS too',
  ),
  OIDC_ISSUER: optional(providerUrl).describe(
    'Single sign-on: the address of the OpenID Connect provider; without it people sign in with their passwords',
  ),
  OIDC_CLIENT_ID: optional(z.string().max(200)).describe('Our id at the provider; required with OIDC_ISSUER'),
  OIDC_CLIENT_SECRET: optional(z.string().max(500)).describe('Our secret at the provider; required with OIDC_ISSUER'),
  OIDC_NAME: withDefault(z.string().max(60), 'SSO').describe('What the provider is called on the sign-in button'),
  OIDC_CLAIM: withDefault(z.string().regex(/^[a-z0-9_]{1,60}$/i), 'email').describe(
    'What people are found by: email (a verified one) is compared with theirs, any other claim with their user name',
  ),
  OIDC_SECOND_FACTOR_AMR: optional(z.string().max(200)).describe(
    'The word in amr or acr by which the provider says that it asked for a second factor, such as mfa; ours is asked for otherwise',
  ),
  OFFICE_HOURS: withDefault(officeHours, '07:30-11:30,13:30-17:00').describe(
    'Morning and afternoon of a working day in Vietnam: “by the morning” and “by the end of the day” are their ends',
  ),
  WORKER_CONCURRENCY: withDefault(z.coerce.number().int().min(1).max(100), 4).describe(
    'Jobs that a worker runs at once',
  ),
  SWEEP_SECONDS: withDefault(z.coerce.number().positive().max(3600), 30).describe(
    'Seconds after which unfinished work is looked at again',
  ),
});

type Environment = z.infer<typeof environmentSchema>;

/** What is wrong with the environment, every fault in one message. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** The provider that people sign in with, and how we know them there. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly claim: string;
  readonly secondFactorAmr: string | undefined;
}

/** The settings of this process; read once at its start. */
export class Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly trustProxy: number;
  readonly dataDir: string;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly databaseUrl: string | undefined;
  /** The same database as the owner of its tables. */
  readonly migrationDatabaseUrl: string | undefined;
  readonly databasePool: number;
  readonly redisUrl: string | undefined;
  readonly s3: { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string } | undefined;
  readonly uploadMaxBytes: number;
  readonly refusedContents: ReadonlySet<RefusedContent>;
  readonly clamdUrl: string | undefined;
  readonly sofficePath: string | undefined;
  /** Folders in which programs are looked for. */
  readonly searchPath: string;
  /** The newest first. */
  readonly secretKeys: readonly [string, ...string[]] | undefined;
  readonly sessionHours: number;
  readonly signInPerMinute: number;
  readonly mail: { url: string; from: string } | undefined;
  /** Networks inside the house that messages to other systems may go to. */
  readonly webhookNetworks: readonly string[];
  readonly openId: OpenIdSettings | undefined;
  readonly officeHours: OfficeHours;
  readonly workerConcurrency: number;
  readonly sweepSeconds: number;

  constructor(environment: Environment, searchPath = '') {
    this.host = environment.HOST;
    this.port = environment.PORT;
    this.publicUrl = environment.PUBLIC_URL;
    this.trustProxy = environment.TRUST_PROXY;
    this.dataDir = isAbsolute(environment.DATA_DIR) ? environment.DATA_DIR : resolve(environment.DATA_DIR);
    this.logLevel = environment.LOG_LEVEL;
    this.databaseUrl = environment.DATABASE_URL;
    this.migrationDatabaseUrl = environment.MIGRATION_DATABASE_URL ?? environment.DATABASE_URL;
    this.databasePool = environment.DATABASE_POOL;
    this.redisUrl = environment.REDIS_URL;
    this.s3 = s3Of(environment);
    this.uploadMaxBytes = environment.UPLOAD_MAX_BYTES;
    this.refusedContents = new Set(environment.FILES_REFUSED.filter((word) => word !== 'none'));
    this.clamdUrl = environment.CLAMD_URL;
    this.sofficePath = environment.SOFFICE_PATH;
    this.searchPath = searchPath;
    this.secretKeys = environment.SECRET_KEY;
    this.sessionHours = environment.SESSION_HOURS;
    this.signInPerMinute = environment.SIGN_IN_PER_MINUTE;
    this.mail = mailOf(environment);
    this.webhookNetworks = environment.WEBHOOK_NETWORKS;
    this.openId = openIdOf(environment);
    this.officeHours = environment.OFFICE_HOURS;
    this.workerConcurrency = environment.WORKER_CONCURRENCY;
    this.sweepSeconds = environment.SWEEP_SECONDS;
  }

  /** The beginning of links that people are given, without a slash at the end. */
  get publicAddress(): string {
    return this.publicUrl?.replace(/\/$/, '') ?? `http://localhost:${this.port}`;
  }
}

function openIdOf(environment: Environment): OpenIdSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    return undefined;
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: environment.OIDC_NAME,
    claim: environment.OIDC_CLAIM,
    secondFactorAmr: environment.OIDC_SECOND_FACTOR_AMR,
  };
}

function s3Of(environment: Environment): Config['s3'] {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey } = environment;
  if (endpoint === undefined || accessKey === undefined || secretKey === undefined) {
    return undefined;
  }
  return { endpoint, region: environment.S3_REGION, bucket: environment.S3_BUCKET, accessKey, secretKey };
}

function mailOf({ SMTP_URL: url, MAIL_FROM: from }: Environment): Config['mail'] {
  return url === undefined || from === undefined ? undefined : { url, from };
}

/** Settings that mean nothing without others. */
const needs: Readonly<Record<string, readonly string[]>> = {
  MIGRATION_DATABASE_URL: ['DATABASE_URL'],
  S3_ENDPOINT: ['S3_ACCESS_KEY', 'S3_SECRET_KEY'],
  SMTP_URL: ['MAIL_FROM'],
  OIDC_ISSUER: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'],
};

/** Looked for beside the schema: a refinement of it would be told only when every single setting is right. */
function missingKeys(environment: Readonly<Record<string, string | undefined>>): string[] {
  const isThere = (key: string): boolean => blankIsAbsent(environment[key]) !== undefined;
  return Object.entries(needs).flatMap(([key, others]) =>
    isThere(key) ? others.filter((other) => !isThere(other)).map((other) => `  ${other}: is required with ${key}`) : [],
  );
}

/**
 * The settings from the environment.
 *
 * @throws ConfigError naming every setting that is wrong, not only the first.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = environmentSchema.safeParse(environment);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`),
    ...missingKeys(environment),
  ];
  if (!parsed.success || faults.length > 0) {
    throw new ConfigError(`The settings have ${faults.length} fault(s):\n${faults.join('\n')}`);
  }
  return new Config(parsed.data, environment['PATH']);
}
