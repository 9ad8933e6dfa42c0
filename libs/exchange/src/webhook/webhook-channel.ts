import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type DeliveryMessage, RecallMessage } from '#contracts';
import { ConnectionRows } from '#directory';
import { Clock } from '#kernel';
import { GuardedPost, type PostOutcome, webhookHeaders } from '#platform';
import {
  Channels,
  type RecallNotice,
  type RecallOutcome,
  RemoteChannel,
  type RemoteDelivery,
  type TryOutcome,
} from '../channel.js';
import { DeliveryMessageQuery } from './delivery-message.query.js';
import { outcomeOf, recallOutcomeOf } from './webhook-answer.js';

const notSetUp = {
  kind: 'permanent',
  cause: 'not-set-up',
  detail: 'the agency has no address for webhooks any more',
} as const;

/**
 * Delivers to an agency’s own e-office system: a signed message with links to the files. The delivery’s id is the
 * message’s id on every try, so that the other side knows a repetition.
 */
@Injectable()
export class WebhookChannel extends RemoteChannel implements OnModuleInit {
  override readonly name = 'webhook';

  constructor(
    private readonly channels: Channels,
    private readonly clock: Clock,
    private readonly connections: ConnectionRows,
    private readonly message: DeliveryMessageQuery,
    private readonly post: GuardedPost,
  ) {
    super();
  }

  onModuleInit(): void {
    this.channels.register(this);
  }

  override async deliver(delivery: RemoteDelivery): Promise<TryOutcome> {
    const post = await this.send(delivery.agencyId, delivery.id, async () => this.message.of(delivery));
    return post === undefined ? notSetUp : outcomeOf(post, delivery);
  }

  override async recall(notice: RecallNotice): Promise<RecallOutcome> {
    const { agencyId, askedAt, ...data } = notice;
    const post = await this.send(agencyId, notice.requestId, async () =>
      RecallMessage.parse({
        type: 'document.recalled',
        timestamp: this.clock.now().toISOString(),
        data: { ...data, askedAt: askedAt.toISOString() },
      }),
    );
    return post === undefined ? notSetUp : recallOutcomeOf(post, notice);
  }

  /** Nothing when the agency has no address any more. */
  private async send(
    agencyId: string,
    id: string,
    message: () => Promise<DeliveryMessage | RecallMessage>,
  ): Promise<PostOutcome | undefined> {
    const connection = await this.connections.find(agencyId);
    if (connection === undefined || connection.webhookUrl === null || connection.webhookSecret === null) {
      return undefined;
    }
    const body = JSON.stringify(await message());
    const headers = webhookHeaders({ id, at: this.clock.now(), body }, this.connections.secretsOf(connection));
    return this.post.execute(connection.webhookUrl, headers, body);
  }
}
