import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock, DomainError } from '#kernel';
import { Secrets } from '#platform';

/** How long an opened document stays open, in milliseconds. [own] */
const lastsFor = 2 * 60 * 60_000;
const purpose = 'mailbox-key';
const Key = z.object({ t: z.string(), u: z.number() });

/** What lets somebody who opened a document answer it: sealed, and not for long. */
@Injectable()
export class MailboxKeys {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  keyOf(token: string): string {
    return this.secrets.seal(JSON.stringify({ t: token, u: this.clock.now().getTime() + lastsFor }), purpose);
  }

  /** @throws DomainError `mailbox-link.closed`. */
  tokenIn(key: string): string {
    const sealed = this.read(key);
    if (sealed === undefined || sealed.u < this.clock.now().getTime()) {
      throw new DomainError('mailbox-link.closed');
    }
    return sealed.t;
  }

  private read(key: string): z.infer<typeof Key> | undefined {
    try {
      return Key.parse(JSON.parse(this.secrets.open(key, purpose)));
    } catch {
      return undefined;
    }
  }
}
