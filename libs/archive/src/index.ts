export * from './entities.js';
export { ArchiveEntry } from './archive-entry.entity.js';
export { ArchivedFile } from './archived-file.entity.js';
export { ArchiveCompleted } from './archive-completed.js';
export { ArchiveEntriesQuery } from './archive-entries.query.js';
export { ArchiveModule } from './archive.module.js';
export { verifyArchiveEntryJob } from './verify-archive-entry.job.js';
export { VerifyArchiveEntry } from './verify-archive-entry.js';
