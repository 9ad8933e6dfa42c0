import { Injectable } from '@nestjs/common';
import { Recurring } from '#platform';
import { SendDue } from './send-due.js';

/** Looks in the worker whether the time of a sending has come, what came while no worker ran included. */
@Injectable()
export class SendingClock extends Recurring {
  protected override readonly subject = 'sendings at a set time';
  /** A set time is kept to within this many milliseconds. */
  protected override readonly everyMs = 5_000;

  constructor(private readonly sendDue: SendDue) {
    super();
  }

  protected override async work(): Promise<void> {
    await this.sendDue.execute();
  }
}
