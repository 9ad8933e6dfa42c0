import { Exchange } from './exchange.entity.js';
import { CountedDocument, ShareCell } from './share-cell.entity.js';
import { ShareDelta, ShareUnfolded } from './share-delta.entity.js';
import { ShareTarget } from './share-target.entity.js';

export const metricsEntities = [ShareTarget, Exchange, ShareDelta, ShareUnfolded, ShareCell, CountedDocument];
