import { Injectable } from '@nestjs/common';
import { Config, Recurring } from '#platform';
import { AlertSweep } from './alert-sweep.js';

/** Looks in the worker for faults that somebody should know of. */
@Injectable()
export class AlertClock extends Recurring {
  protected override readonly subject = 'alerts';
  protected override readonly everyMs: number;

  constructor(
    private readonly sweep: AlertSweep,
    config: Config,
  ) {
    super();
    this.everyMs = config.sweepSeconds * 1000;
  }

  protected override async work(): Promise<void> {
    await this.sweep.execute();
  }
}
