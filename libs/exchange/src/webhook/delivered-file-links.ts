import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock, DomainError } from '#kernel';
import { Config, Secrets } from '#platform';

/** Milliseconds for which a link to a file works. [own] */
const lastsFor = 7 * 24 * 60 * 60 * 1000;

const purpose = 'delivered-files';
const Sealed = z.object({ d: z.uuid(), u: z.number() });

/** Links with which another system fetches the files of its delivery: sealed, for this delivery alone, and not for long. */
@Injectable()
export class DeliveredFileLinks {
  constructor(
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly config: Config,
  ) {}

  /** Gives how to make the link of each file of a delivery. */
  open(deliveryId: string): { readonly until: Date; readonly linkOf: (fileId: string) => string } {
    const until = new Date(this.clock.now().getTime() + lastsFor);
    const key = this.secrets.seal(JSON.stringify({ d: deliveryId, u: until.getTime() }), purpose);
    const start = `${this.config.publicAddress}/api/v1/delivered-files`;
    return { until, linkOf: (fileId) => `${start}/${fileId}?key=${key}` };
  }

  /** The delivery that a link is for. @throws DomainError `delivered-file.link-ended` for whatever is not one of now. */
  deliveryOf(key: string): string {
    const sealed = this.read(key);
    if (sealed === undefined || sealed.u < this.clock.now().getTime()) {
      throw new DomainError('delivered-file.link-ended');
    }
    return sealed.d;
  }

  private read(key: string): z.infer<typeof Sealed> | undefined {
    try {
      return Sealed.parse(JSON.parse(this.secrets.open(key, purpose)));
    } catch {
      return undefined;
    }
  }
}
