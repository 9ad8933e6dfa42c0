import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '#platform';
import { AlertSweep } from './alert-sweep.js';

/** Looks in the worker for faults that somebody should know of. */
@Injectable()
export class AlertClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AlertClock.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly sweep: AlertSweep,
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
      .catch((error: unknown) => this.logger.warn(`alerts will be looked at again: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }
}
