import { Controller, Get, Logger } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DomainError } from '#kernel';
import { Database, FileStore, QueueBackend } from '#platform';
import { Answers } from '../http/api-answers.js';
import { Public } from '../http/request-context.js';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
type Health = z.infer<typeof Health>;

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger(HealthController.name);

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly queue: QueueBackend,
  ) {}

  @Get('live')
  @Answers(200, Health, 'The process answers')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Answers(200, Health, 'Database, files and queue answer too')
  async ready(): Promise<Health> {
    try {
      await Promise.all([this.database.query('SELECT 1'), this.files.ready(), this.queue.ready()]);
    } catch (error) {
      this.logger.warn(`not ready: ${String(error)}`);
      throw new DomainError('service.unavailable', {}, { cause: error });
    }
    return { status: 'ok' };
  }
}
