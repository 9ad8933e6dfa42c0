import type { Actor, Urgency } from '#contracts';
import {
  CarryDelivery,
  Channels,
  DispatchDocument,
  type RecallNotice,
  type RecallOutcome,
  RemoteChannel,
  type RemoteDelivery,
  type TryOutcome,
} from '#exchange';
import { anAgency, aPost, anActor } from '#testing';
import { ExchangeWorld, type WorldOptions } from './exchange-world.js';

/** Stands for a system elsewhere: answers as a test says, and keeps what it was given. */
export class ScriptedChannel extends RemoteChannel {
  override readonly name = 'webhook';
  readonly given: RemoteDelivery[] = [];
  readonly told: RecallNotice[] = [];
  recallAnswer: RecallOutcome = { kind: 'asked' };
  answer: (delivery: RemoteDelivery) => Promise<TryOutcome> = async () => arrived;

  override async deliver(delivery: RemoteDelivery): Promise<TryOutcome> {
    this.given.push(delivery);
    return this.answer(delivery);
  }

  override async recall(notice: RecallNotice): Promise<RecallOutcome> {
    this.told.push(notice);
    return this.recallAnswer;
  }
}

export const arrived: TryOutcome = { kind: 'delivered', arrived: true };
export const handedOver: TryOutcome = { kind: 'delivered', arrived: false };
export const away: TryOutcome = { kind: 'retryable', cause: 'connection-refused', detail: 'ECONNREFUSED' };
export const rejected: TryOutcome = { kind: 'permanent', cause: 'rejected', detail: '422 không đọc được' };

interface Shown {
  readonly transportState: string;
  readonly state: string;
  readonly cause: string | null;
  readonly tries: number;
  readonly codes: readonly string[];
  readonly outcomes: readonly (string | null)[];
}

/** The exchange with one system elsewhere, on a clock that tests set. */
export class RemoteWorld {
  readonly channel = new ScriptedChannel();

  private constructor(
    readonly world: ExchangeWorld,
    readonly clerk: Actor,
    readonly administrator: Actor,
  ) {
    world.get(Channels).register(this.channel);
    world.clock.moment = new Date();
  }

  static async open(options: WorldOptions): Promise<RemoteWorld> {
    const world = await ExchangeWorld.open(options);
    const clerk = await world.aClerk();
    const post = await aPost(world.database, { agencyId: clerk.agencyId, role: 'system-administrator' });
    const administrator = anActor({
      agencyId: clerk.agencyId,
      postId: post.id,
      personId: post.personId,
      role: 'system-administrator',
    });
    return new RemoteWorld(world, clerk, administrator);
  }

  /** An agency with an e-office system of its own. */
  async agencyElsewhere(): Promise<string> {
    const { id } = await anAgency(this.world.database);
    await this.world.database.query(
      `INSERT INTO agency_connections (agency_id, channel, webhook_url, webhook_secret, changed_at)
       VALUES ($1, 'webhook', 'https://example.test/', 'sealed', now())`,
      [id],
    );
    return id;
  }

  /** Sends a document; gives the ids of its deliveries in the order of the recipients. */
  async send(recipients: readonly string[], urgency: Urgency = 'normal'): Promise<string[]> {
    const { id } = await this.world.anIssuedDocument(this.clerk, recipients, 'electronic', { urgency });
    await this.world.get(DispatchDocument).execute(this.clerk, id);
    const rows = await this.world.database.query<{ id: string }>(
      'SELECT id FROM deliveries WHERE document_id = $1 ORDER BY array_position($2::uuid[], recipient_id)',
      [id, recipients],
    );
    return rows.map((row) => row.id);
  }

  async carry(deliveryId: string): Promise<void> {
    await this.world.get(CarryDelivery).execute(deliveryId, 'webhook');
  }

  /** Runs what the outbox has promised to run by now, as a worker would, once. */
  async work(): Promise<void> {
    const due = await this.world.database.query<{ deliveryId: string }>(
      `DELETE FROM outbox_messages WHERE job = 'deliver-by-webhook' AND (run_at IS NULL OR run_at <= $1)
       RETURNING payload ->> 'deliveryId' AS "deliveryId"`,
      [this.world.clock.now()],
    );
    await Promise.all(due.map(({ deliveryId }) => this.carry(deliveryId)));
  }

  later(milliseconds: number): void {
    this.world.clock.moment = new Date(this.world.clock.now().getTime() + milliseconds);
  }

  async shown(deliveryId: string): Promise<Shown> {
    const [row] = await this.world.database.query<Shown>(
      `SELECT transport_state AS "transportState", state, cause, tries,
              (SELECT json_agg(code ORDER BY occurred_at, id) FROM tracking_events
                WHERE delivery_id = delivery.id) AS codes,
              coalesce((SELECT json_agg(outcome ORDER BY number) FROM delivery_tries
                         WHERE delivery_id = delivery.id), '[]') AS outcomes
         FROM deliveries AS delivery WHERE id = $1`,
      [deliveryId],
    );
    if (row === undefined) {
      throw new Error(`there is no delivery ${deliveryId}`);
    }
    return row;
  }
}
