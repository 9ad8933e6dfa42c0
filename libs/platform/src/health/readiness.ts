import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database } from '../database/database.js';
import { QueueBackend } from '../jobs/queue-backend.js';
import { FileStore } from '../storage/file-store.js';

/** Whether this process can do its work: database, files and queue answer. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger(Readiness.name);

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly queue: QueueBackend,
  ) {}

  /** @throws DomainError `service.unavailable`; what is away is logged, not told. */
  async check(): Promise<void> {
    try {
      await Promise.all([this.database.query('SELECT 1'), this.files.ready(), this.queue.ready()]);
    } catch (error) {
      this.logger.warn(`not ready: ${String(error)}`);
      throw new DomainError('service.unavailable', {}, { cause: error });
    }
  }
}
