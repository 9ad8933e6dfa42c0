import { Arrival } from './arrival.entity.js';
import { ArrivalAttachment } from './arrival-attachment.entity.js';

export const incomingEntities = [Arrival, ArrivalAttachment];
