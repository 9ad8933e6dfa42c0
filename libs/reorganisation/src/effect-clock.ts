import { Injectable } from '@nestjs/common';
import { Recurring } from '#platform';
import { TakeEffect } from './take-effect.js';

/** Looks each minute, in the worker, whether the day of a plan has come: 00:00, or once the worker is there again. */
@Injectable()
export class EffectClock extends Recurring {
  protected override readonly subject = 'reorganisations';
  protected override readonly everyMs = 60_000;

  constructor(private readonly takeEffect: TakeEffect) {
    super();
  }

  protected override async work(): Promise<void> {
    await this.takeEffect.execute();
  }
}
