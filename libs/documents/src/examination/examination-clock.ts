import { Injectable } from '@nestjs/common';
import { Config, Recurring } from '#platform';
import { ExaminationSweep } from './examination-sweep.js';

/** Has the sweep look, in the worker, as often as other unfinished work is looked at. */
@Injectable()
export class ExaminationClock extends Recurring {
  protected override readonly subject = 'unchecked files';
  protected override readonly everyMs: number;

  constructor(
    private readonly sweep: ExaminationSweep,
    config: Config,
  ) {
    super();
    this.everyMs = config.sweepSeconds * 1000;
  }

  protected override async work(): Promise<void> {
    await this.sweep.execute();
  }
}
