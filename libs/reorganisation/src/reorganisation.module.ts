import { Module } from '@nestjs/common';
import { AccessModule } from '#access';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { DocumentsModule } from '#documents';
import { IdentityModule } from '#identity';
import { ApplyPlan } from './apply-plan.js';
import { CancelPlan } from './cancel-plan.js';
import { CarryOutPlan } from './carry-out-plan.js';
import { DraftPlan } from './draft-plan.js';
import { EditPlan } from './edit-plan.js';
import { EffectClock } from './effect-clock.js';
import { FollowPeople } from './follow-people.js';
import { MovePosts } from './move-posts.js';
import { MoveWork } from './move-work.js';
import { PlanCheckQuery } from './plan-check.query.js';
import { PlanFactsQuery } from './plan-facts.query.js';
import { PlanPostsQuery } from './plan-posts.query.js';
import { PlanQuery } from './plan.query.js';
import { Plans } from './plans.js';
import { PlansQuery } from './plans.query.js';
import { ReadPlanFile } from './read-plan-file.js';
import { RecordEffect } from './record-effect.js';
import { RecordMoves } from './record-moves.js';
import { ReshapeAgencies } from './reshape-agencies.js';
import { SchedulePlan } from './schedule-plan.js';
import { TakeEffect } from './take-effect.js';
import { WriteSteps } from './write-steps.js';

const provided = [
  ApplyPlan,
  CancelPlan,
  DraftPlan,
  EditPlan,
  PlanCheckQuery,
  PlanPostsQuery,
  PlanQuery,
  PlansQuery,
  ReadPlanFile,
  SchedulePlan,
  TakeEffect,
];

@Module({
  imports: [AccessModule, AuditModule, DirectoryModule, DocumentsModule, IdentityModule],
  providers: [
    ...provided,
    CarryOutPlan,
    FollowPeople,
    MovePosts,
    MoveWork,
    PlanFactsQuery,
    Plans,
    RecordEffect,
    RecordMoves,
    ReshapeAgencies,
    WriteSteps,
  ],
  exports: provided,
})
export class ReorganisationModule {}

/** What is done by the clock, for the worker. */
@Module({ imports: [ReorganisationModule], providers: [EffectClock] })
export class ReorganisationWorkerModule {}
