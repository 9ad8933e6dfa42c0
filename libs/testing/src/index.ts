export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './database.js';
export { findChromium, type TestChromium } from './engines/chromium.js';

export { MissingProgram } from './engines/missing-program.js';
export { setUpEngines } from './engines/set-up-engines.js';
export { findPrograms, type Programs } from './engines/programs.js';
export { waitUntil } from './engines/wait-until.js';
export { createTestRedis } from './redis.js';
export { createTestBucket, type TestBucket } from './s3.js';
