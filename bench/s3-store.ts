import { setUpEngines } from '#testing';
import type { Scratch } from './scratch.js';
import type { Environment } from './server-process.js';

/** Starts the S3 gateway that the tests use, and gives the settings that put the server's files there. */
export async function startS3Store(scratch: Scratch): Promise<Environment> {
  let host = '';
  const project = { provide: (_name: string, url: string) => void (host = url) };
  const stop = await setUpEngines(project as unknown as Parameters<typeof setUpEngines>[0]);
  scratch.onEnd(stop);
  const answer = await fetch(`${host}/s3`);
  const body: unknown = await answer.json();
  if (!answer.ok) {
    throw new Error(`there is no S3 store: ${String(body)}`);
  }
  const { endpoint, accessKey, secretKey } = body as { endpoint: string; accessKey: string; secretKey: string };
  return { S3_ENDPOINT: endpoint, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_BUCKET: 'bench' };
}
