import { Injectable } from '@nestjs/common';

/**
 * A way in which documents reach recipients. `local` delivers to agencies on this system; other systems, mailboxes and
 * the national axis get channels of their own.
 *
 * `deliver` is given deliveries that are still queued, locked in the transaction that it joins. It may be called again
 * for a delivery that it has carried out already and must then do nothing. When it returns, every delivery has reached
 * its recipient durably, or the transaction falls and it is tried again.
 */
export abstract class Channel {
  abstract readonly name: string;
  abstract deliver(deliveryIds: readonly string[]): Promise<void>;
}

/** The channels of this process, by name. */
@Injectable()
export class Channels {
  private readonly channels = new Map<string, Channel>();

  register(channel: Channel): void {
    this.channels.set(channel.name, channel);
  }

  get(name: string): Channel {
    const channel = this.channels.get(name);
    if (channel === undefined) {
      throw new Error(`there is no channel ${name}`);
    }
    return channel;
  }
}
