import { RecallDocument } from './recall-document.js';
import { RequestUpdates } from './request-updates.js';
import { SettleRequests } from './settle-requests.js';
import { TakeBackDeliveries } from './take-back-deliveries.js';
import { TellRecall } from './tell-recall.js';
import { WriteRecalls } from './write-recalls.js';

export { RecallDocument, SettleRequests, TellRecall };
export { askedOf } from './request-sql.js';
export type { OpenRequest } from './settle-requests.js';

export const requestParts = [
  RecallDocument,
  RequestUpdates,
  SettleRequests,
  TakeBackDeliveries,
  TellRecall,
  WriteRecalls,
];
