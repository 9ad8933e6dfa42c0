import { startS3 } from '#testing';
import type { Scratch } from './scratch.js';
import type { Environment } from './server-process.js';

/** Starts the S3 gateway that the tests use, and gives the settings that put the server's files there. */
export async function startS3Store(scratch: Scratch): Promise<Environment> {
  const { endpoint, accessKey, secretKey, stop } = await startS3();
  scratch.onEnd(stop);
  return { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_BUCKET: 'bench' };
}
