import { join } from 'node:path';
import { type DynamicModule, Global, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock, SystemClock } from '#kernel';
import { Config } from './config/config.js';
import { createDataSource } from './database/data-source.js';
import { Database } from './database/database.js';
import { DatabaseAddress } from './database/database-address.js';
import { Events } from './events/events.js';
import { Readiness } from './health/readiness.js';
import { JobRunner } from './jobs/job-runner.js';
import { PostgresQueueBackend } from './jobs/postgres-queue-backend.js';
import { QueueBackend } from './jobs/queue-backend.js';
import { RedisQueueBackend } from './jobs/redis-queue-backend.js';
import { LiveChannel } from './live/live-channel.js';
import { LiveFeed } from './live/live-feed.js';
import { ClamdScanner } from './malware/clamd-scanner.js';
import { MalwareScanner } from './malware/malware-scanner.js';
import { NoScanner } from './malware/no-scanner.js';
import { Mailer } from './mail/mailer.js';
import { NoMailer } from './mail/no-mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { OfficeConverter } from './office/office-converter.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { openSecrets } from './secrets/open-secrets.js';
import { Secrets } from './secrets/secrets.js';
import { GuardedPost } from './webhooks/guarded-post.js';
import { FileStore } from './storage/file-store.js';
import { LocalFileStore } from './storage/local-file-store.js';
import { S3FileStore } from './storage/s3-file-store.js';

export interface PlatformOptions {
  readonly config: Config;
  /** The database, embedded or given. */
  readonly databaseUrl: string;
  readonly entities: DataSourceOptions['entities'];
}

const exported = [
  Config,
  DatabaseAddress,
  DataSource,
  Database,
  Clock,
  Events,
  Outbox,
  LiveChannel,
  FileStore,
  Mailer,
  MalwareScanner,
  OfficeConverter,
  QueueBackend,
  Readiness,
  Secrets,
  GuardedPost,
];

/** Closes what Nest can’t close by itself, after everything that uses it has stopped. */
class Engines implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: QueueBackend,
    private readonly mailer: Mailer,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
    this.mailer.close();
    await this.dataSource.destroy();
  }
}

/** Database, files, queue, events and settings for every lib. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const { config } = options;
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: DatabaseAddress, useValue: new DatabaseAddress(options.databaseUrl) },
        { provide: DataSource, useFactory: () => openDataSource(options) },
        { provide: Clock, useClass: SystemClock },
        { provide: FileStore, useFactory: () => openFileStore(config) },
        { provide: Mailer, useFactory: () => openMailer(config) },
        { provide: MalwareScanner, useFactory: () => openScanner(config) },
        { provide: OfficeConverter, useFactory: () => openOffice(config) },
        { provide: QueueBackend, useFactory: () => openQueueBackend(options) },
        { provide: Secrets, useFactory: () => openSecrets(config) },
        {
          provide: Engines,
          useFactory: (dataSource: DataSource, queue: QueueBackend, mailer: Mailer) =>
            new Engines(dataSource, queue, mailer),
          inject: [DataSource, QueueBackend, Mailer],
        },
        Database,
        Events,
        Outbox,
        LiveChannel,
        GuardedPost,
        Readiness,
      ],
      exports: exported,
    };
  }
}

/** The parts that only a worker runs. */
@Module({ imports: [DiscoveryModule], providers: [OutboxRelay, JobRunner], exports: [OutboxRelay] })
export class WorkerPlatformModule {}

/** The parts that only an API process runs. */
@Module({ providers: [LiveFeed], exports: [LiveFeed] })
export class ApiPlatformModule {}

async function openDataSource(options: PlatformOptions): Promise<DataSource> {
  return createDataSource({
    url: options.databaseUrl,
    pool: options.config.databasePool,
    entities: options.entities,
    migrations: [],
  }).initialize();
}

async function openFileStore(config: Config): Promise<FileStore> {
  const store =
    config.s3 === undefined ? new LocalFileStore(join(config.dataDir, 'files')) : new S3FileStore(config.s3);
  await store.ready();
  return store;
}

function openMailer({ mail }: Config): Mailer {
  return mail === undefined ? new NoMailer() : new SmtpMailer(mail.url, mail.from);
}

function openScanner({ clamdUrl }: Config): MalwareScanner {
  return clamdUrl === undefined ? new NoScanner() : new ClamdScanner({ url: clamdUrl });
}

function openOffice({ sofficePath, searchPath, dataDir }: Config): OfficeConverter {
  return new OfficeConverter({ program: sofficePath, searchPath, folder: join(dataDir, 'renditions') });
}

async function openQueueBackend({ config, databaseUrl }: PlatformOptions): Promise<QueueBackend> {
  const logger = new Logger('queue');
  const onFault = (error: Error, source: string): void => logger.warn(`${source}: ${error.message}`);
  const backend =
    config.redisUrl === undefined
      ? new PostgresQueueBackend({ connectionString: databaseUrl, onFault })
      : new RedisQueueBackend({ url: config.redisUrl, onFault });
  await backend.ready();
  return backend;
}
