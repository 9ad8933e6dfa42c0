import { Injectable, Logger } from '@nestjs/common';
import { OnJob } from '#platform';
import { Channels, type TryOutcome } from '../channel.js';
import { deliverByEmailJob, deliverByWebhookJob, type RemoteChannelName } from './carry-delivery.job.js';
import { ClaimDelivery, type Claimed } from './claim-delivery.js';
import { SettleTry } from './settle-try.js';

/**
 * Carries one delivery to a recipient elsewhere: begin the try, deliver outside of any transaction, end the try. Dies the
 * worker in between, the sweep ends the try for it.
 */
@Injectable()
export class CarryDelivery {
  private readonly logger = new Logger(CarryDelivery.name);

  constructor(
    private readonly claim: ClaimDelivery,
    private readonly channels: Channels,
    private readonly settle: SettleTry,
  ) {}

  @OnJob(deliverByWebhookJob)
  async byWebhook({ deliveryId }: { deliveryId: string }): Promise<void> {
    await this.execute(deliveryId, 'webhook');
  }

  @OnJob(deliverByEmailJob)
  async byEmail({ deliveryId }: { deliveryId: string }): Promise<void> {
    await this.execute(deliveryId, 'email');
  }

  async execute(deliveryId: string, channel: RemoteChannelName): Promise<void> {
    const claimed = await this.claim.execute(deliveryId, channel);
    if (claimed !== undefined) {
      await this.settle.execute(claimed, await this.deliver(claimed));
    }
  }

  private async deliver({ delivery, line }: Claimed): Promise<TryOutcome> {
    try {
      return await this.channels.remote(line.channel).deliver(delivery);
    } catch (error) {
      this.logger.error(`the channel ${line.channel} failed with ${delivery.id}`, error);
      return { kind: 'unknown', cause: 'unknown', detail: error instanceof Error ? error.message : String(error) };
    }
  }
}
