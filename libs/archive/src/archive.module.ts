import { Module } from '@nestjs/common';
import { ArchiveCompleted } from './archive-completed.js';
import { ArchiveEntriesQuery } from './archive-entries.query.js';
import { FollowAccess } from './follow-access.js';
import { VerifyArchiveEntry } from './verify-archive-entry.js';

/** Every process that completes documents has to load it: it archives in their transactions. */
@Module({
  providers: [ArchiveCompleted, ArchiveEntriesQuery, FollowAccess, VerifyArchiveEntry],
  exports: [ArchiveEntriesQuery, VerifyArchiveEntry],
})
export class ArchiveModule {}
