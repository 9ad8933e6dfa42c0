export { createEmptyDatabase, createTestDatabase, type TestDatabase } from './database.js';
export { findChromium, type TestChromium } from './engines/chromium.js';

export { MissingProgram } from './engines/missing-program.js';
export { setUpEngines } from './engines/set-up-engines.js';
export { findPrograms, type Programs } from './engines/programs.js';
export { waitUntil } from './engines/wait-until.js';
export { createTestRedis } from './redis.js';
export { createTestBucket, type TestBucket } from './s3.js';
export { aDelivery } from './builders/a-delivery.js';
export { aDispatch } from './builders/a-dispatch.js';
export { aDocument } from './builders/a-document.js';
export { anActor } from './builders/an-actor.js';
export { anAgency } from './builders/an-agency.js';
export { anArrival } from './builders/an-arrival.js';
export { anArrivalAttachment } from './builders/an-arrival-attachment.js';
export { anAttachment } from './builders/an-attachment.js';
export { aPerson } from './builders/a-person.js';
export { aPost } from './builders/a-post.js';
