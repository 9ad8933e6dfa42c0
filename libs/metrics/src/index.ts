export * from './entities.js';
export { Exchange } from './exchange.entity.js';
export { ShareDelta } from './share-delta.entity.js';
export { ShareTarget } from './share-target.entity.js';
