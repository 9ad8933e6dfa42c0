import { DeliveryQueueQuery } from './delivery-queue.query.js';
import { RetryFailedJobs } from './retry-failed-jobs.js';

export { DeliveryQueueQuery, RetryFailedJobs };

/** What whoever keeps the system running sees and does besides. */
export const queueParts = [DeliveryQueueQuery, RetryFailedJobs];
