import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SendDue } from './send-due.js';

/** A set time is kept to within this many milliseconds. */
const lookEvery = 5_000;

/** Looks in the worker whether the time of a sending has come, what came while no worker ran included. */
@Injectable()
export class SendingClock implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SendingClock.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> | undefined;

  constructor(private readonly sendDue: SendDue) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), lookEvery);
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private look(): void {
    this.running ??= this.sendDue
      .execute()
      .catch((error: unknown) => this.logger.warn(`sendings at a set time will be looked at again: ${String(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }
}
