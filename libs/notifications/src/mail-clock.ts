import { Injectable } from '@nestjs/common';
import { Config, Recurring } from '#platform';
import { PromiseMails } from './promise-mails.js';

/** Looks in the worker for notifications whose time to be mailed has come. */
@Injectable()
export class MailClock extends Recurring {
  protected override readonly subject = 'mails of notifications';
  protected override readonly everyMs: number;

  constructor(
    private readonly mails: PromiseMails,
    config: Config,
  ) {
    super();
    this.everyMs = config.sweepSeconds * 1000;
  }

  protected override async work(): Promise<void> {
    await this.mails.execute();
  }
}
