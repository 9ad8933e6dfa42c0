import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TakeEffect } from './take-effect.js';

/** A plan takes effect within a minute after 00:00 of its day, or after the worker is there again. */
const lookEvery = 60_000;

/** Looks each minute, in the worker, whether the day of a plan has come. */
@Injectable()
export class EffectClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(EffectClock.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly takeEffect: TakeEffect) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), lookEvery);
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.takeEffect
      .execute()
      .catch((error: unknown) => this.logger.warn(`reorganisations will be looked at again: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }
}
