import { Injectable } from '@nestjs/common';
import type { ChannelName, DeliveryCause } from '#contracts';
import { PermanentFailure } from '#platform';

/**
 * What became of one try, as the transport tells it. What the recipient makes of the document (accepted, refused, …) is
 * never said here: it comes as a tracking event, at once or days later.
 */
export type TryOutcome =
  /** Acknowledged. `arrived`: durable at the recipient (state 01); otherwise taken over by a transport on the way. */
  | { readonly kind: 'delivered'; readonly arrived: boolean; readonly detail?: string }
  /** May pass by itself. `retryAfter`: seconds that the other side asked for. */
  | {
      readonly kind: 'retryable';
      readonly cause: DeliveryCause;
      readonly detail: string;
      readonly retryAfter?: number;
    }
  /** No further try can mend it. */
  | { readonly kind: 'permanent'; readonly cause: DeliveryCause; readonly detail: string }
  /** Not understood: tried again, and counted. */
  | { readonly kind: 'unknown'; readonly cause: 'unknown'; readonly detail: string };

/** What the recipient’s side makes at once of the wish to take a delivery back. */
export type TakenBack =
  /** Nobody had registered it: its content can’t be opened any more. */
  | 'taken-back'
  /** It is in the register: somebody there has to agree. */
  | 'registered'
  /** It was sent back before. */
  | 'refused';

/** The sender wants a delivery back from a recipient that is not on this system. */
export interface RecallNotice {
  /** The same on every try. */
  readonly requestId: string;
  readonly deliveryId: string;
  readonly reason: string;
  readonly askedAt: Date;
  /** Of the content to give back. */
  readonly digest: string;
  readonly agencyId: string;
}

/** What the other side says of a recall: done, or somebody there has to agree and it will be told (15 or 16). */
export type RecallOutcome =
  | { readonly kind: 'taken-back' }
  | { readonly kind: 'asked' }
  /** There is no such delivery there, if it was the recipient’s system that said so. */
  | { readonly kind: 'not-known'; readonly detail: string }
  | Exclude<TryOutcome, { readonly kind: 'delivered' }>;

/** A delivery to one recipient that is not on this system. */
export interface RemoteDelivery {
  /** The same on every try: what the recipient’s side knows a repetition by. */
  readonly id: string;
  readonly documentId: string;
  readonly dispatchId: string;
  readonly kind: string;
  /** Of the issued document; with the same id it never changes. */
  readonly digest: string;
  /** The agency to reach: the one addressed, or whoever took its place since. */
  readonly agencyId: string;
  /** 1 for the first try. */
  readonly number: number;
}

/**
 * A way in which documents reach recipients. There are two kinds: `SetChannel` delivers inside this system, many at
 * once; `RemoteChannel` delivers to one recipient somewhere else. Paper needs no carrier.
 */
export abstract class Channel {
  abstract readonly name: ChannelName;
}

/**
 * Is given deliveries that are queued, locked in the transaction that it joins. It may be called again for one that it
 * has carried out already and must then do nothing. When it returns, each has reached its recipient durably, or the
 * transaction falls.
 */
export abstract class SetChannel extends Channel {
  /** @throws PermanentFailure when no further try can mend it. */
  abstract deliver(deliveryIds: readonly string[]): Promise<void>;

  /**
   * Takes back what has arrived, in the transaction that it joins; gives what became of each. Holds the rows of the
   * recipient until that ends, and comes before the rows of the deliveries are held, as accepting does.
   */
  abstract takeBack(deliveryIds: readonly string[], reason: string): Promise<ReadonlyMap<string, TakenBack>>;
}

/** The recipient holds another content under this id: no further try can mend it, somebody has to look. */
export class DigestConflict extends PermanentFailure {
  override name = 'DigestConflict';
}

/**
 * Is called outside any transaction, one delivery at a time, and says what became of it. It never throws for what the
 * other side did. Every try of a delivery has the same id, so that a lost acknowledgement doubles nothing.
 */
export abstract class RemoteChannel extends Channel {
  abstract deliver(delivery: RemoteDelivery): Promise<TryOutcome>;

  /** Tells the recipient that the sender wants a delivery back; like `deliver`, it may be repeated. */
  abstract recall(notice: RecallNotice): Promise<RecallOutcome>;
}

/** The channels of this process, by name. */
@Injectable()
export class Channels {
  private readonly channels = new Map<string, Channel>();

  register(channel: Channel): void {
    this.channels.set(channel.name, channel);
  }

  set(name: string): SetChannel {
    const channel = this.channels.get(name);
    if (!(channel instanceof SetChannel)) {
      throw new Error(`there is no channel ${name} inside this system`);
    }
    return channel;
  }

  remote(name: string): RemoteChannel {
    const channel = this.channels.get(name);
    if (!(channel instanceof RemoteChannel)) {
      throw new Error(`there is no channel ${name} to elsewhere`);
    }
    return channel;
  }
}
