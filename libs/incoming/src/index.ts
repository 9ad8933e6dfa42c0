export * from './arrival-events.js';
export * from './entities.js';
export { Arrival } from './arrival.entity.js';
export { ArrivalAttachment } from './arrival-attachment.entity.js';
