import { AccessChange } from './access-change.entity.js';
import { AccessChangePost } from './access-change-post.entity.js';

export const accessEntities = [AccessChange, AccessChangePost];
