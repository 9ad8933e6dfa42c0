export * from './entities.js';
export { ArchiveEntry } from './archive-entry.entity.js';
export { ArchivedFile } from './archived-file.entity.js';
