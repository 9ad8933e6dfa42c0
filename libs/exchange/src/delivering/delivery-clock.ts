import { Injectable } from '@nestjs/common';
import { Config, Recurring } from '#platform';
import { DeliverySweep } from './delivery-sweep.js';

/** Looks in the worker at deliveries that are under way beyond their bounds. */
@Injectable()
export class DeliveryClock extends Recurring {
  protected override readonly subject = 'deliveries';
  protected override readonly everyMs: number;

  constructor(
    private readonly sweep: DeliverySweep,
    config: Config,
  ) {
    super();
    this.everyMs = config.sweepSeconds * 1000;
  }

  protected override async work(): Promise<void> {
    await this.sweep.execute();
  }
}
