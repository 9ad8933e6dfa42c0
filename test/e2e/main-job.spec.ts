import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SealAudit, VerifyAudit } from '#audit';
import { ArchivePage, type ShareView } from '#contracts';
import { RecountShare } from '#metrics';
import { productFolder } from '#platform';
import { createTestBucket, createTestRedis, findPrograms, waitUntil } from '#testing';
import { type DemoOutcome, playDemo } from '../../apps/cli/src/demo/play-demo.js';
import { isExact } from '../../apps/cli/src/demo/report.js';
import { readSamples } from '../../apps/cli/src/seed-province.js';
import { password, startTestApp, type TestApp } from '../start-app.js';

const inCi = process.env['CI'] === 'true';
const programs = findPrograms();
const realDocuments = join(productFolder, '..', 'shared', 'samples', 'documents');
const own = join(productFolder, 'samples');
const recipientCount = 31;

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /\.(pdf|docx?)$/.test(name)).map((name) => join(folder, name));
}

const withRealDocuments = inCi || existsSync(realDocuments);
if (!withRealDocuments) {
  console.log(`main-job.spec.ts: ${realDocuments} is missing, the main job is not played with real documents`);
}
const withServices = inCi || (programs.redis !== '' && programs.s3);
if (!withServices) {
  console.log('main-job.spec.ts: redis-server or the S3 gateway is missing, the main job is not played on them');
}

interface Setting {
  readonly name: string;
  readonly folder: string;
  /** How many of its files at most. */
  readonly most: number;
  readonly runs: boolean;
  readonly environment: () => Promise<Record<string, string>>;
}

const settings: readonly Setting[] = [
  {
    name: 'real documents, on the embedded queue and a local folder',
    folder: realDocuments,
    most: Infinity,
    runs: withRealDocuments,
    environment: async () => ({}),
  },
  {
    name: 'our samples, on Redis and S3',
    folder: own,
    most: 2,
    runs: withServices,
    environment: async () => {
      const [redis, s3] = await Promise.all([createTestRedis(), createTestBucket()]);
      return {
        REDIS_URL: redis.url,
        S3_ENDPOINT: s3.endpoint,
        S3_BUCKET: s3.bucket,
        S3_ACCESS_KEY: s3.accessKey,
        S3_SECRET_KEY: s3.secretKey,
      };
    },
  },
];

function totalOf(share: ShareView): number {
  return share.indicators.reduce((sum, figure) => sum + figure.total, 0);
}

describe.each(settings.filter(({ runs }) => runs))('the main job with $name', ({ folder, most, environment }) => {
  let app: TestApp;
  let files: string[];
  let outcome: DemoOutcome;

  beforeAll(async () => {
    app = await startTestApp(await environment());
    files = (await filesIn(folder)).slice(0, most);
    const { url, province } = app;
    const samples = await readSamples();
    outcome = await playDemo({ url, province, samples, password, files, onStep: () => undefined });
  });

  afterAll(async () => {
    await app.stop();
  });

  it('brings every file to every recipient with the exact bytes', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(outcome.documents).toHaveLength(files.length);
    for (const document of outcome.documents) {
      expect(document.recipients).toHaveLength(recipientCount);
    }
    expect(isExact(outcome)).toBe(true);
  });

  it('shows the sender what each recipient did', () => {
    for (const { recipients } of outcome.documents) {
      const count = (state: string): number => recipients.filter((recipient) => recipient.state === state).length;
      expect(count('on-paper')).toBe(1);
      expect(count('refused')).toBe(1);
      expect(count('accepted') + count('completed')).toBe(recipientCount - 2);
    }
  });

  it('moves the electronic share, which equals a recount', async () => {
    expect(totalOf(outcome.before)).toBe(0);
    expect(totalOf(outcome.after)).toBeGreaterThan(0);
    const recount = app.server.get(RecountShare);
    // Besides, one that the demo leaves open, one taken back, one asked back, one replaced and its replacement.
    await waitUntil(
      'the last has arrived',
      20_000,
      async () => (await recount.execute()).checked === files.length * recipientCount + 5,
    );
    expect((await recount.execute()).differences).toEqual([]);
  });

  it('archives what was completed and finds the stored bytes unchanged', async () => {
    const clerk = await app.signIn('vanthu.kimboi');
    const completed = outcome.documents.filter(({ recipients }) =>
      recipients.some(({ agencyName, state }) => agencyName.endsWith('Kim Bôi') && state === 'completed'),
    );
    const find = async () => (await clerk.get('/archive-entries', ArchivePage)).items;
    await waitUntil('every archived file is verified', 20_000, async () =>
      (await find()).every(({ verifiedAt }) => verifiedAt !== null),
    );
    const entries = await find();
    expect(entries.map(({ symbol }) => symbol).toSorted()).toEqual(completed.map(({ symbol }) => symbol).toSorted());
  });

  it('leaves a trail whose chain is whole', async () => {
    const seal = app.server.get(SealAudit);
    await waitUntil('everything is sealed', 20_000, async () => (await seal.execute()) === 0);
    const verification = await app.server.get(VerifyAudit).execute();
    expect(verification.faults).toEqual([]);
    expect(verification.checked).toBeGreaterThan(files.length * recipientCount);
  });
});
