import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, newId } from '#kernel';
import { Database, FileStore } from '#platform';

const hour = 3_600_000;
/** A client that repeats itself does so within minutes; keys are kept far longer than that. */
const keepKeysFor = 48 * hour;
/** Tries older than this no longer count. */
const keepTriesFor = 24 * hour;
/** As long as a browser keeps the cookie. */
const keepDevicesFor = 400 * 24 * hour;
/** A link that has ended says nothing that the trail does not say. */
const keepLinksFor = 24 * hour;
/** [own] What happened longer ago is in the registers and in the trail. */
const keepNotificationsFor = 90 * 24 * hour;
/** No upload takes a day. */
const keepUploadsFor = 24 * hour;

/** Removes what has outlived its use: answers kept for repeats, sessions that ended, and cut-off uploads. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Housekeeping.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.tidy().finally(() => {
        this.running = undefined;
      });
    }, hour);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async tidy(): Promise<void> {
    const now = this.clock.now().getTime();
    try {
      await this.database.query('DELETE FROM idempotency_keys WHERE created_at < $1', [new Date(now - keepKeysFor)]);
      await this.database.query('DELETE FROM sessions WHERE expires_at < $1', [new Date(now)]);
      await this.database.query('DELETE FROM sign_in_tries WHERE last_at < $1', [new Date(now - keepTriesFor)]);
      await this.database.query('DELETE FROM known_devices WHERE last_used_at < $1', [new Date(now - keepDevicesFor)]);
      await this.database.query('DELETE FROM one_time_links WHERE expires_at < $1', [new Date(now - keepLinksFor)]);
      await this.database.query('DELETE FROM password_reset_requests WHERE created_at < $1', [
        new Date(now - keepLinksFor),
      ]);
      // Their ids go with time: no index of its own is needed.
      await this.database.query('DELETE FROM notifications WHERE id < $1', [newId(now - keepNotificationsFor)]);
      await this.database.query(
        'DELETE FROM upload_pieces USING uploads WHERE uploads.id = upload_id AND expires_at < $1',
        [new Date(now)],
      );
      await this.database.query(
        `DELETE FROM uploads WHERE expires_at < $1
            AND NOT EXISTS (SELECT FROM upload_pieces WHERE upload_id = uploads.id)`,
        [new Date(now)],
      );
      await this.files.sweep(new Date(now - keepUploadsFor));
    } catch (error) {
      this.logger.warn(`tidying up will be tried again: ${String(error)}`);
    }
  }
}
