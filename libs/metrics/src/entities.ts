import { Exchange } from './exchange.entity.js';
import { ShareDelta } from './share-delta.entity.js';
import { ShareTarget } from './share-target.entity.js';

export const metricsEntities = [ShareTarget, Exchange, ShareDelta];
