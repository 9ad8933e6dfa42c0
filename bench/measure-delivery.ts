import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { DeliveryPage } from '#contracts';
import type { HttpClient } from '../apps/cli/src/demo/http-client.js';
import type { Figure } from './figures.js';
import type { Options } from './options.js';
import { OutgoingDocuments } from './outgoing-document.js';
import { BareDelivery, documentRows } from './bare-delivery.js';
import { ProvinceServer } from './province-server.js';
import type { Scratch } from './scratch.js';
import { writePdf } from './write-pdf.js';

const times = 10;
const fileBytes = 5 * 1024 * 1024;
/** Issue: all arrived after the send call answered. */
const goalMs = 1_000;
/** Often enough for the figure, seldom enough not to be the load itself. */
const pollPauseMs = 5;
const patienceMs = 30_000;

interface Delivered {
  readonly sendMs: number;
  readonly writtenMs: number;
  readonly seenMs: number;
}

/** How long one document with a file takes to all other agencies of the province, after the send call has answered. */
export async function measureDelivery(scratch: Scratch, _options: Options): Promise<readonly Figure[]> {
  const province = await ProvinceServer.start(scratch);
  const documents = await OutgoingDocuments.by(province);
  const recipientIds = await province.recipientIds();
  const bare = await BareDelivery.prepare(province.database, 'bench', documentRows);
  const file = join(scratch.folder(), 'cong-van.pdf');
  const delivered: Delivered[] = [];
  const inserted: number[] = [];
  // The first goes to a server that has never delivered anything, with cold code and plans: shown beside the rest.
  for (let time = 0; time <= times; time += 1) {
    await writePdf(file, fileBytes);
    const path = await documents.draft(recipientIds);
    await documents.attach(path, file);
    await documents.issue(path);
    delivered.push(await deliver(documents, path, recipientIds.length, province.database));
    inserted.push(await bare.insertMs([path.split('/').at(-1) ?? '']));
  }
  const [first, ...rest] = delivered;
  const plain: Figure = { what: 'the same rows by plain SQL', unit: 'ms', values: inserted.slice(1) };
  const figureOf = (what: string, part: keyof Delivered): Figure => {
    return { what, unit: 'ms', values: rest.map((one) => one[part]), against: plain };
  };
  return [
    { ...figureOf(`all ${recipientIds.length} arrived, as a client sees it`, 'seenMs'), goal: goalMs },
    { ...figureOf('all arrived, as the rows say', 'writtenMs'), goal: goalMs },
    figureOf('the send call itself', 'sendMs'),
    plain,
    { what: 'the first after a start, as a client sees it', unit: 'ms', values: [first?.seenMs ?? 0], goal: goalMs },
  ];
}

async function deliver(
  documents: OutgoingDocuments,
  path: string,
  recipients: number,
  database: Client,
): Promise<Delivered> {
  const began = performance.now();
  await documents.send(path);
  const answered = performance.now();
  const answeredAt = performance.timeOrigin + answered;
  await untilAllArrived(documents.clerk, path, recipients);
  const seenMs = performance.now() - answered;
  const { rows } = await database.query<{ last: Date; count: string }>(
    `SELECT max(arrival.arrived_at) AS last, count(*) AS count
       FROM arrivals AS arrival JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id
      WHERE delivery.document_id = $1`,
    [path.split('/').at(-1)],
  );
  const [row] = rows;
  if (row === undefined || Number(row.count) !== recipients) {
    throw new Error(`${row?.count ?? 0} of ${recipients} arrivals are there`);
  }
  return { sendMs: answered - began, writtenMs: row.last.getTime() - answeredAt, seenMs };
}

async function untilAllArrived(clerk: HttpClient, path: string, recipients: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    const { items } = await clerk.get(`${path}/deliveries?limit=200`, DeliveryPage);
    if (items.length === recipients && items.every(({ state }) => state === 'arrived')) {
      return;
    }
    await delay(pollPauseMs);
  }
  throw new Error(`not every recipient was reached within ${patienceMs / 1000} s`);
}
