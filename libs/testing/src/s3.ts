import { randomBytes } from 'node:crypto';
import { askEngine } from './engines/ask-engine.js';

export interface TestBucket {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** A name nobody else uses. The bucket is not made: whether it locks objects is the test's choice. */
  readonly bucket: string;
}

export async function createTestBucket(): Promise<TestBucket> {
  return { ...(await askEngine('s3')), bucket: `test-${randomBytes(8).toString('hex')}` };
}
