import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '#platform';
import { ExaminationSweep } from './examination-sweep.js';

/** Has the sweep look, in the worker, as often as other unfinished work is looked at. */
@Injectable()
export class ExaminationClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ExaminationClock.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly sweep: ExaminationSweep,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), this.config.sweepSeconds * 1000);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.sweep
      .execute()
      .catch((error: unknown) => this.logger.warn(`unchecked files will be looked at again: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }
}
