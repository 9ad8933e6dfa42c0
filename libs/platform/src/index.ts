export { productFolder } from './config/product-folder.js';
export {
  Config,
  ConfigError,
  environmentSchema,
  loadConfig,
  type OpenIdSettings,
  type RefusedContent,
} from './config/config.js';
export { createDataSource } from './database/data-source.js';
export { Database } from './database/database.js';
export { isPassingFault } from './database/passing-fault.js';
export { decodeCursor, decodeIdCursor, encodeCursor, toPage, wordPatterns, hasWords } from './database/key-page.js';
export { DatabaseAddress } from './database/database-address.js';
export { DataFolderInUse } from './engines/data-folder-in-use.js';
export { PostgresFailed } from './engines/postgres-failed.js';
export { EmbeddedPostgres, removeCluster } from './engines/embedded-postgres.js';
export { defineEvent, Events, OnEvent } from './events/events.js';
export { Readiness } from './health/readiness.js';
export {
  declaredJobs,
  defineJob,
  type JobDeclaration,
  lanesOf,
  OnJob,
  OnJobFailure,
  PermanentFailure,
} from './jobs/job.js';
export { PostgresQueueBackend } from './jobs/postgres-queue-backend.js';
export { RedisQueueBackend } from './jobs/redis-queue-backend.js';
export { QueueBackend } from './jobs/queue-backend.js';
export { imagePages, imageResolution } from './images/image-pages.js';
export { LiveChannel } from './live/live-channel.js';
export { LiveFeed } from './live/live-feed.js';
export { ConversionFailed, OfficeConverter, type OfficeEnding } from './office/office-converter.js';
export { ClamdScanner } from './malware/clamd-scanner.js';
export { MalwareScanner, ScannerUnavailable, type ScanResult } from './malware/malware-scanner.js';
export { NoScanner } from './malware/no-scanner.js';
export { composeMail } from './mail/compose-mail.js';
export { type Mail, Mailer, MailRefused } from './mail/mailer.js';
export { NoMailer } from './mail/no-mailer.js';
export { SmtpMailer } from './mail/smtp-mailer.js';
export { Outbox } from './outbox/outbox.js';
export { OutboxMessage } from './outbox/outbox-message.entity.js';
export { OutboxRelay } from './outbox/outbox-relay.js';
export { Recurring } from './process/recurring.js';
export { logLevelsOf } from './process/log-levels.js';
export { PlainFault, tellFault } from './process/tell-fault.js';
export { ApiPlatformModule, PlatformModule, WorkerPlatformModule } from './platform.module.js';
export { type PrintedLine, type PrintedTable, writeTablePdf } from './print/table-pdf.js';
export { type RequestOrigin, requestOrigin, withRequestOrigin } from './request-origin/request-origin.js';
export { openSecrets } from './secrets/open-secrets.js';
export { SecretKeyUnknown, Secrets } from './secrets/secrets.js';
export { isBlank, readSpreadsheet, type RowLimits } from './spreadsheets/read-spreadsheet.js';
export { SpreadsheetFault } from './spreadsheets/spreadsheet-fault.js';
export { unguarded, writeCsv } from './spreadsheets/write-csv.js';
export { unzip } from './spreadsheets/unzip.js';
export { writeXlsx } from './spreadsheets/write-xlsx.js';
export { LocalFileStore } from './storage/local-file-store.js';
export { S3FileStore } from './storage/s3-file-store.js';
export { FileStore, HEAD_BYTES, type StagedFile, type StoredFile } from './storage/file-store.js';
export { FileDamaged, FileMissing, FileStoreUnavailable, FileTooLarge } from './storage/file-errors.js';
export { verified } from './storage/verified.js';
export { causeOfStatus, judgePost, mayPass, retryAfterSeconds } from './webhooks/answer-cause.js';
export { GuardedPost, type PostOutcome } from './webhooks/guarded-post.js';
export { isSignedWebhook, makeWebhookSecret, webhookHeaders } from './webhooks/standard-webhooks.js';
export { IdempotencyKey } from './http-idempotency/idempotency-key.entity.js';
