import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ArrivalPage, ArrivalView } from '#contracts';
import type { Figure } from './figures.js';
import type { Options } from './options.js';
import { attachmentPath, OutgoingDocuments } from './outgoing-document.js';
import { ProcessMemory } from './process-memory.js';
import { ProvinceServer } from './province-server.js';
import { RawClient } from './raw-client.js';
import { startS3Store } from './s3-store.js';
import type { Scratch } from './scratch.js';
import { uploadOverTus } from './tus-client.js';
import { writePdf } from './write-pdf.js';

const fileBytes = 1024 ** 3;
/** The default limit of the product; less where the store is in memory, which holds the pieces and the whole. */
const resumableOf = ({ s3 }: Options): number => (s3 ? 256 : 2048) * 1024 ** 2;
const fileMegabytes = fileBytes / 1_000_000;
const readBytes = 1_048_576;
/** Issue: memory of the process above its idle size. */
const goalMegabytes = 200;

const recipientCode = 'H28.01';

/** Times a 1 GiB file is sent. The gateway's store is in memory and frees late: there is room for one in it. */
const timesOf = ({ s3 }: Options): number => (s3 ? 1 : 3);

/** Memory of the server while it takes 1 GiB and while it gives it to a recipient, and how fast that goes. */
export async function measureUpload(scratch: Scratch, options: Options): Promise<readonly Figure[]> {
  const store = options.s3 ? await startS3Store(scratch) : {};
  const province = await ProvinceServer.start(scratch, store);
  const documents = await OutgoingDocuments.by(province);
  const sender = await RawClient.signIn(province.server.url, province.credentials('civil-servant'));
  const reader = await RawClient.signIn(province.server.url, province.credentials('clerk', recipientCode));
  scratch.onEnd(() => [sender, reader].forEach((client) => client.close()));
  const folder = scratch.folder();
  const file = join(folder, 'cong-van.pdf');
  const memory = new ProcessMemory(province.server.pid);
  const idle = await restingSize(memory);
  const [upload, download, copying, reading] = [new Transfer(), new Transfer(), new Transfer(), new Transfer()];
  for (let time = 0; time < timesOf(options); time += 1) {
    await writePdf(file, fileBytes);
    let digest = '';
    await copying.measure(async () => (digest = await copyWithDigest(file, join(folder, 'copy'))));
    await reading.measure(() => digestOf(file));
    const path = await documents.draft(await province.recipientIds());
    await upload.measure(() => sender.upload(attachmentPath(path), file), memory);
    await documents.issue(path);
    await documents.send(path);
    const content = await arrivedContent(province);
    await download.measure(async () => {
      if ((await reader.download(content)) !== digest) {
        throw new Error('other bytes came than were sent');
      }
    }, memory);
  }
  const resumableBytes = resumableOf(options);
  const resumable = new Transfer(resumableBytes / 1_000_000);
  await writePdf(file, resumableBytes);
  const draft = await documents.draft(await province.recipientIds());
  await resumable.measure(() => uploadOverTus(sender, draft, file), memory);
  const plainCopy = copying.speed('plain copy with SHA-256 and fsync');
  const plainRead = reading.speed('plain read with SHA-256');
  const where = options.s3 ? 'S3' : 'local';
  return [
    { what: `idle (${where} store)`, unit: 'MB', values: [idle] },
    { what: 'above idle at most, upload of 1 GiB', unit: 'MB', values: upload.above(idle), goal: goalMegabytes },
    { what: 'above idle at most, download of 1 GiB', unit: 'MB', values: download.above(idle), goal: goalMegabytes },
    {
      what: `above idle at most, resumable upload of ${resumableBytes / 1024 ** 2} MiB`,
      unit: 'MB',
      values: resumable.above(idle),
      goal: goalMegabytes,
    },
    { what: 'highest size while uploading', unit: 'MB', values: upload.peaks },
    { what: 'highest size while downloading', unit: 'MB', values: download.peaks },
    { ...upload.speed('upload'), against: plainCopy },
    { ...resumable.speed('resumable upload'), against: plainCopy },
    { ...download.speed('download by a recipient, verified'), against: plainRead },
    plainCopy,
    plainRead,
  ];
}

/** What was measured of moving the file several times. */
class Transfer {
  readonly peaks: number[] = [];
  private readonly speeds: number[] = [];

  constructor(private readonly megabytes = fileMegabytes) {}

  async measure(work: () => Promise<unknown>, memory?: ProcessMemory): Promise<void> {
    memory?.forgetPeak();
    const began = performance.now();
    await work();
    this.speeds.push((this.megabytes / (performance.now() - began)) * 1000);
    if (memory !== undefined) {
      this.peaks.push(memory.peak());
    }
  }

  above(idle: number): number[] {
    return this.peaks.map((peak) => peak - idle);
  }

  speed(what: string): Figure {
    return { what, unit: 'MB/s', values: this.speeds };
  }
}

/** The size once it has not moved by more than a megabyte for a second. */
async function restingSize(memory: ProcessMemory): Promise<number> {
  let before = 0;
  let now = memory.resident();
  while (Math.abs(now - before) > 1) {
    before = now;
    await delay(1_000);
    now = memory.resident();
  }
  return now;
}

async function arrivedContent(province: ProvinceServer): Promise<string> {
  const clerk = await province.signIn('clerk', recipientCode);
  for (;;) {
    const { items } = await clerk.get('/arrivals?box=to-receive&limit=1', ArrivalPage);
    const [arrival] = items;
    if (arrival !== undefined) {
      const { attachments } = await clerk.get(`/arrivals/${arrival.id}`, ArrivalView);
      await clerk.post(`/arrivals/${arrival.id}/accept`, ArrivalView);
      return `/arrivals/${arrival.id}/attachments/${attachments[0]?.id}/content`;
    }
    await delay(10);
  }
}

async function copyWithDigest(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(to, 'w');
  try {
    await writeFile(handle, hashing(from, hash));
    await handle.sync();
  } finally {
    await handle.close();
    await rm(to);
  }
  return hash.digest('hex');
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of hashing(file, hash)) {
    void chunk;
  }
  return hash.digest('hex');
}

async function* hashing(file: string, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { highWaterMark: readBytes })) {
    hash.update(chunk as Buffer);
    yield chunk as Buffer;
  }
}
