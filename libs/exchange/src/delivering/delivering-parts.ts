import { CarryDelivery } from './carry-delivery.js';
import { ClaimDelivery } from './claim-delivery.js';
import { DeliveriesInAttentionQuery } from './deliveries-in-attention.query.js';
import { DeliverSet } from './deliver-set.js';
import { DeliverySweep } from './delivery-sweep.js';
import { FailDeliveries } from './fail-deliveries.js';
import { FailedDeliveries } from './failed-deliveries.js';
import { GiveUpDelivery } from './give-up-delivery.js';
import { MarkDelivered } from './mark-delivered.js';
import { PauseDeliveries, ResumeDeliveries } from './pause-deliveries.js';
import { PromiseDeliveries } from './promise-deliveries.js';
import { RecipientLines } from './recipient-lines.js';
import { RetryDeliveries } from './retry-deliveries.js';
import { SendByOtherChannel } from './send-by-other-channel.js';
import { SetBack } from './set-back.js';
import { SettleTry } from './settle-try.js';

export {
  CarryDelivery,
  DeliveriesInAttentionQuery,
  DeliverySweep,
  FailDeliveries,
  GiveUpDelivery,
  PauseDeliveries,
  ResumeDeliveries,
  RetryDeliveries,
  SendByOtherChannel,
};
export { DeliveryPause } from './delivery-pause.entity.js';
export { DeliveryTry } from './delivery-try.entity.js';
export { isPaused } from './delivery-pauses.js';
export { RecipientLine } from './recipient-line.entity.js';

/** What people may do about deliveries. */
export const operatingParts = [
  DeliveriesInAttentionQuery,
  DeliverySweep,
  GiveUpDelivery,
  PauseDeliveries,
  ResumeDeliveries,
  RetryDeliveries,
  SendByOtherChannel,
];

/** What they go by themselves. */
export const deliveringParts = [
  CarryDelivery,
  ClaimDelivery,
  DeliverSet,
  FailDeliveries,
  FailedDeliveries,
  MarkDelivered,
  PromiseDeliveries,
  RecipientLines,
  SetBack,
  SettleTry,
];
