import { MovedPost } from './moved-post.entity.js';
import { ReorganisationPlan } from './reorganisation-plan.entity.js';
import { ReorganisationStep } from './reorganisation-step.entity.js';

export const reorganisationEntities = [ReorganisationPlan, ReorganisationStep, MovedPost];
