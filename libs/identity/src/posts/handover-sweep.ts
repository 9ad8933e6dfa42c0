import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { CarryOutHandovers } from './carry-out-handovers.js';

/** A day begins within a minute of midnight for the work that changes hands on it; in milliseconds. */
const sweepEvery = 60_000;

/** Carries out in the worker the hand-overs whose day has come, those of a time when no worker ran included. */
@Injectable()
export class HandoverSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(HandoverSweep.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly handovers: CarryOutHandovers) {}

  onApplicationBootstrap(): void {
    this.sweep();
    this.timer = setInterval(() => this.sweep(), sweepEvery);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private sweep(): void {
    this.running ??= this.carryOut().finally(() => {
      this.running = undefined;
    });
  }

  private async carryOut(): Promise<void> {
    try {
      await this.handovers.due();
    } catch (error) {
      this.logger.warn(`handing over will be tried again: ${String(error)}`);
    }
  }
}
