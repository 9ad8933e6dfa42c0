import { Injectable, Logger } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '../database/database.js';
import { QueueBackend } from '../jobs/queue-backend.js';
import { FileStore } from '../storage/file-store.js';

/** How long an answer counts, in milliseconds: below the interval of any health check. */
const keptFor = 3_000;

/** Whether this process can do its work: database, files and queue answer. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);
  private asked: Promise<void> | undefined;
  private askedAt = 0;

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly queue: QueueBackend,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer of the last few seconds counts: everybody may ask, and asking makes work.
   *
   * @throws DomainError `service.unavailable`; what is away is logged, not told.
   */
  async check(): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.asked === undefined || now - this.askedAt > keptFor) {
      this.askedAt = now;
      this.asked = this.ask();
    }
    return this.asked;
  }

  private async ask(): Promise<void> {
    try {
      await Promise.all([this.database.query('SELECT 1'), this.files.ready(), this.queue.ready()]);
    } catch (error) {
      this.logger.warn(`not ready: ${String(error)}`);
      throw new DomainError('service.unavailable', {}, { cause: error });
    }
  }
}
