import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Health } from '#contracts';
import { Readiness } from '#platform';
import { Answers } from '../http/api-answers.js';
import { Public } from '../http/request-context.js';

@ApiTags('health')
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Answers(200, Health, 'The process answers')
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Answers(200, Health, 'Database, files and queue answer too')
  async ready(): Promise<Health> {
    await this.readiness.check();
    return { status: 'ok' };
  }
}
