export * from './exchange-events.js';
export * from './entities.js';
export { Delivery } from './delivery.entity.js';
export { Dispatch } from './dispatch.entity.js';
export { TrackingEvent } from './tracking-event.entity.js';
