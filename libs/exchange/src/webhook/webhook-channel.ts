import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConnectionRows } from '#directory';
import { Clock } from '#kernel';
import { GuardedPost, webhookHeaders } from '#platform';
import { Channels, RemoteChannel, type RemoteDelivery, type TryOutcome } from '../channel.js';
import { DeliveryMessageQuery } from './delivery-message.query.js';
import { outcomeOf } from './webhook-answer.js';

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
    const connection = await this.connections.find(delivery.agencyId);
    if (connection === undefined || connection.webhookUrl === null || connection.webhookSecret === null) {
      return { kind: 'permanent', cause: 'not-set-up', detail: 'the agency has no address for webhooks any more' };
    }
    const body = JSON.stringify(await this.message.of(delivery));
    const secrets = this.connections.secretsOf(connection);
    const headers = webhookHeaders({ id: delivery.id, at: this.clock.now(), body }, secrets);
    return outcomeOf(await this.post.execute(connection.webhookUrl, headers, body), delivery);
  }
}
