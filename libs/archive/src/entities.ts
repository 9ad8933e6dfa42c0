import { ArchiveEntry } from './archive-entry.entity.js';
import { ArchivedFile } from './archived-file.entity.js';

export const archiveEntities = [ArchiveEntry, ArchivedFile];
