import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import type { Health } from '#contracts';
import { Readiness } from '#platform';

/** The worker’s sign of life, at the address at which the image’s health check asks every process. */
@Controller('api/v1/health')
export class WorkerHealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('ready')
  async ready(): Promise<Health> {
    try {
      await this.readiness.check();
    } catch (error) {
      throw new ServiceUnavailableException(undefined, { cause: error });
    }
    return { status: 'ok' };
  }
}
