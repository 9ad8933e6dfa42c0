import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '#platform';
import { DeliverySweep } from './delivery-sweep.js';

/** Looks in the worker, from its start on, at deliveries that are under way beyond their bounds. */
@Injectable()
export class DeliveryClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(DeliveryClock.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly sweep: DeliverySweep,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), this.config.sweepSeconds * 1000);
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.sweep
      .execute()
      .catch((error: unknown) => this.logger.warn(`deliveries will be looked at again: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }
}
