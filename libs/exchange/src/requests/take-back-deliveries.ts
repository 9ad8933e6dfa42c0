import { Injectable } from '@nestjs/common';
import type { ChannelName, DeliveryState } from '#contracts';
import { Database } from '#platform';
import { Channels } from '../channel.js';
import { isRemote } from '../delivering/carry-delivery.job.js';

export interface Recallable {
  readonly id: string;
  readonly channel: ChannelName;
}

interface Held extends Recallable {
  readonly state: DeliveryState;
  /** By which it was tried: any of these tries may have reached its recipient, whatever was heard of it. */
  readonly tried: readonly ChannelName[];
}

/** Which deliveries were taken back at once, and which have a recipient that has to agree. */
export interface Sorted {
  readonly withdrawn: readonly string[];
  readonly asked: readonly string[];
  /** Those elsewhere, of both kinds: their systems and mailboxes have to be told, by every channel that was tried. */
  readonly told: readonly Recallable[];
}

/** Stops deliveries that are on their way and takes back those that have arrived, as far as that goes without asking. */
@Injectable()
export class TakeBackDeliveries {
  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
  ) {}

  /** Joins a transaction that holds the document. */
  async execute(chosen: readonly Recallable[], reason: string): Promise<Sorted> {
    const stopped = await this.stop(chosen.map(({ id }) => id));
    const gone = new Set(stopped.map(({ id }) => id));
    const arrived = chosen.filter(({ id }) => !gone.has(id));
    const here = arrived.filter(({ channel }) => channel === 'local').map(({ id }) => id);
    const outcomes = await this.channels.set('local').takeBack(here, reason);
    const held = await this.holdArrived(arrived.map(({ id }) => id));
    // A try may have reached its recipient before it was stopped.
    const maybeThere = stopped.filter(({ tried }) => tried.length > 0);
    const elsewhere = [...maybeThere, ...held.filter(({ channel }) => isRemote(channel))];
    return {
      withdrawn: [
        ...stopped.filter((one) => !maybeThere.includes(one)).map(({ id }) => id),
        ...here.filter((id) => outcomes.get(id) === 'taken-back'),
        ...elsewhere.filter(isWithdrawnAtOnce).map(({ id }) => id),
      ],
      asked: [
        ...here.filter((id) => outcomes.get(id) === 'registered'),
        ...elsewhere.filter((one) => !isWithdrawnAtOnce(one)).map(({ id }) => id),
      ],
      told: [...maybeThere, ...held].flatMap(({ id, channel, tried }) =>
        [...new Set([...tried, channel])].filter(isRemote).map((by) => ({ id, channel: by })),
      ),
    };
  }

  /** What waits in the queue or failed: it does not go out any more. */
  private async stop(ids: readonly string[]): Promise<Held[]> {
    const stopped = await this.database.query<{ id: string }>(
      `WITH held AS (
         SELECT id FROM deliveries
          WHERE id = ANY ($1::uuid[]) AND transport_state IN ('queued', 'sending', 'failed') ORDER BY id FOR UPDATE)
       UPDATE deliveries AS delivery
          SET transport_state = 'cancelled', next_try_at = NULL, lease_until = NULL, called_at = NULL
         FROM held WHERE delivery.id = held.id
       RETURNING delivery.id`,
      [ids],
    );
    return this.read(stopped.map(({ id }) => id));
  }

  private async holdArrived(ids: readonly string[]): Promise<Held[]> {
    const held = await this.database.query<{ id: string }>(
      `SELECT id FROM deliveries WHERE id = ANY ($1::uuid[]) AND state <> 'refused' ORDER BY id FOR UPDATE`,
      [ids],
    );
    return this.read(held.map(({ id }) => id));
  }

  /**
   * Of deliveries that are held. A statement of its own: the one that waited for them sees no try that a worker began
   * meanwhile, and a recipient who got it would never be told to give it back.
   */
  private async read(ids: readonly string[]): Promise<Held[]> {
    return this.database.query<Held>(
      `SELECT id, channel, state, ${triedBy('delivery')} AS tried FROM deliveries AS delivery
        WHERE id = ANY ($1::uuid[]) ORDER BY id`,
      [ids],
    );
  }
}

/** The channels elsewhere by which it was tried, also before it was sent another way. */
function triedBy(delivery: string): string {
  return `coalesce((SELECT json_agg(DISTINCT one.channel) FROM delivery_tries AS one
                     WHERE one.delivery_id = ${delivery}.id AND one.channel <> 'local'), '[]')`;
}

/** A mailbox that has not accepted it, and nobody else was tried: its link is closed. */
function isWithdrawnAtOnce({ channel, state, tried }: Held): boolean {
  const isMailbox = channel === 'email' && tried.every((by) => by === 'email');
  return isMailbox && !['accepted', 'assigned', 'in-process', 'completed'].includes(state);
}
