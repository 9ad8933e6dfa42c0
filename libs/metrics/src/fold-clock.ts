import { Injectable } from '@nestjs/common';
import { Config, Recurring } from '#platform';
import { FoldShare } from './fold-share.js';

/** Folds in the worker what changed since the last look; figures are exact before it as well. */
@Injectable()
export class FoldClock extends Recurring {
  protected override readonly subject = 'electronic share';
  protected override readonly everyMs: number;

  constructor(
    private readonly fold: FoldShare,
    config: Config,
  ) {
    super();
    this.everyMs = config.sweepSeconds * 1000;
  }

  protected override async work(): Promise<void> {
    await this.fold.execute();
  }
}
