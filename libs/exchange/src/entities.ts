import { Delivery } from './delivery.entity.js';
import { Dispatch } from './dispatch.entity.js';
import { SavedView } from './saved-views/saved-view.entity.js';
import { TrackingEvent } from './tracking-event.entity.js';

export const exchangeEntities = [Dispatch, Delivery, SavedView, TrackingEvent];
