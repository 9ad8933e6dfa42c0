import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { AccessChanges } from './access-changes.js';
import { AccessQuery } from './access.query.js';
import { AccessSubjects } from './access-subjects.js';
import { ChangeAccess } from './change-access.js';
import { ColleaguesQuery } from './colleagues.query.js';
import { ConfirmAccessChange } from './confirm-access-change.js';
import { FollowObjects } from './follow-objects.js';
import { FollowPosts } from './follow-posts.js';
import { AdmitReaders } from './admit-readers.js';
import { StayReader } from './stay-reader.js';
import { WithdrawAccessChange } from './withdraw-access-change.js';

const provided = [
  AccessQuery,
  AccessSubjects,
  ChangeAccess,
  AdmitReaders,
  ColleaguesQuery,
  ConfirmAccessChange,
  FollowObjects,
  FollowPosts,
  StayReader,
  WithdrawAccessChange,
];

@Module({ imports: [AuditModule], providers: [...provided, AccessChanges], exports: provided })
export class AccessModule {}
