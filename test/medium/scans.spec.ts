import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type ArrivalView, RegisterPaper as Entered } from '#contracts';
import { MakeRendition, Renditions } from '#documents';
import { ArrivalQuery, AttachScan, CompleteArrival, RegisterPaper, RemoveScan } from '#incoming';
import { newId } from '#kernel';
import { FileStore } from '#platform';
import {
  anArrival,
  anArrivalAttachment,
  anActor,
  aPost,
  createTestDatabase,
  eicar,
  findPrograms,
  freePort,
  startClamd,
  type TestDatabase,
  textPdf,
} from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  clerk = await world.aClerk();
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

let entered = 0;

async function aPaper(within: ExchangeWorld = world): Promise<string> {
  entered += 1;
  const issuer = { name: 'Công ty Điện lực Hòa Bình' };
  const said = { issuer, symbol: `${entered}/PCHB`, issuedOn: '2017-12-05', typeCode: 'cong-van', subject: 'Cắt điện' };
  return within.get(RegisterPaper).execute(clerk, Entered.parse(said));
}

interface Sent {
  readonly scanId?: string;
  readonly fileName?: string;
  readonly content: Buffer;
  readonly noMarkBecause?: string;
}

async function attach(
  arrivalId: string,
  { scanId = newId(), fileName = 'quet.pdf', content, noMarkBecause }: Sent,
): Promise<void> {
  const command = { arrivalId, scanId, fileName, content: Readable.from([content]), noMarkBecause };
  await world.get(AttachScan).execute(clerk, command);
}

const view = async (id: string): Promise<ArrivalView> => world.get(ArrivalQuery).view(clerk, id);
const refusal = (code: string) => expect.objectContaining({ code });

/** A grey page as a scanner gives it, so many pixels wide as A4 has at a resolution. */
const page = (dpi: number) => {
  const [width, height] = [Math.round(8.27 * dpi), Math.round(11.69 * dpi)];
  return sharp({ create: { width, height, channels: 3, background: '#dddddd' } }).withMetadata({ density: dpi });
};
const jpeg = async (dpi: number): Promise<Buffer> => page(dpi).jpeg().toBuffer();

async function tiff(pages: number): Promise<Buffer> {
  const one = await page(100).png().toBuffer();
  const all = Array.from({ length: pages }, () => one);
  return (pages === 1 ? sharp(one) : sharp(all, { join: { animated: true } }))
    .withMetadata({ density: 100 })
    .tiff({ compression: 'lzw' })
    .toBuffer();
}

async function scannedPdf(dpi: number): Promise<Buffer> {
  const { default: PDFDocument } = await import('pdfkit');
  const pdf = new PDFDocument({ size: 'A4', margin: 0 });
  pdf.image(await jpeg(dpi), 0, 0, { width: 595 });
  pdf.end();
  return buffer(pdf);
}

describe('the scan of a paper', () => {
  it.each([
    { fileName: 'quet.pdf', make: async () => scannedPdf(150), dpi: 150 },
    { fileName: 'quet.jpg', make: async () => jpeg(300), dpi: 300 },
    { fileName: 'quet.tif', make: async () => tiff(1), dpi: 100 },
    {
      fileName: 'go-may.pdf',
      make: async () => textPdf([['Ủy ban nhân dân tỉnh Hòa Bình gửi các sở, ban, ngành']]),
      dpi: null,
    },
  ])('$fileName is kept as it is and tells $dpi dots per inch', async ({ fileName, make, dpi }) => {
    const id = await aPaper();
    const content = await make();
    await attach(id, { fileName, content });
    const { attachments, scans } = await view(id);
    expect(scans).toEqual([{ attachmentId: attachments[0]?.id, dpi }]);
    const kept = await world.get(FileStore).open(attachments[0]?.digest ?? '');
    expect((await buffer(kept)).equals(content)).toBe(true);
  });

  it('sent again after a lost answer is the same scan; with other bytes it is refused', async () => {
    const id = await aPaper();
    const scanId = newId();
    const content = await jpeg(100);
    await attach(id, { scanId, fileName: 'quet.jpg', content });
    await attach(id, { scanId, fileName: 'quet.jpg', content });
    expect((await view(id)).attachments).toHaveLength(1);
    const other = attach(id, { scanId, fileName: 'quet.jpg', content: await jpeg(110) });
    await expect(other).rejects.toEqual(refusal('attachment.id-reused'));
  });

  it.each([
    ['of another kind', 'quet.docx', async () => Buffer.from('PK'), 'scan.kind-refused'],
    ['whose content is not what its name says', 'quet.pdf', async () => jpeg(100), 'attachment.content-mismatch'],
    [
      'with a mark of secrecy in its text',
      'quet.pdf',
      async () => textPdf([['TUYỆT MẬT', 'Kế hoạch']]),
      'scan.classified',
    ],
  ])('%s is refused, and nothing of it stays', async (_what, fileName, make, code) => {
    const id = await aPaper();
    await expect(attach(id, { fileName, content: await make() })).rejects.toEqual(refusal(code));
    expect((await view(id)).attachments).toEqual([]);
  });

  it('of more than a hundred megabytes is refused before it is looked at', async () => {
    const id = await aPaper();
    const head = await jpeg(100);
    const pieces = [head, ...Array.from({ length: 101 }, () => Buffer.alloc(1024 * 1024))];
    const command = { arrivalId: id, scanId: newId(), fileName: 'quet.jpg', noMarkBecause: undefined };
    const sent = world.get(AttachScan).execute(clerk, { ...command, content: Readable.from(pieces) });
    await expect(sent).rejects.toEqual(refusal('attachment.too-large'));
    expect((await view(id)).attachments).toEqual([]);
  });

  it('whose line only reads like a mark is taken with a reason, which is on record', async () => {
    const id = await aPaper();
    await attach(id, { content: textPdf([['MẬT', 'Giá mật ong']]), noMarkBecause: 'Là mật ong' });
    const { attachments, timeline } = await view(id);
    expect(attachments).toHaveLength(1);
    expect(timeline.at(-1)).toMatchObject({ event: 'arrival.scan-attached', note: 'Là mật ong' });
  });

  it('is for paper that is in work, and the clerk’s', async () => {
    const content = await jpeg(100);
    const sent = { fileName: 'quet.jpg', content };
    const { id } = await anArrival(world.database, { agencyId: clerk.agencyId, state: 'accepted' });
    await expect(attach(id, sent)).rejects.toEqual(refusal('arrival.wrong-state'));
    const done = await aPaper();
    await world.get(CompleteArrival).execute(clerk, done);
    await expect(attach(done, sent)).rejects.toEqual(refusal('arrival.wrong-state'));
    const post = await aPost(world.database, { agencyId: clerk.agencyId, role: 'civil-servant' });
    const other = anActor({ agencyId: clerk.agencyId, role: 'civil-servant', postId: post.id });
    const command = { arrivalId: await aPaper(), scanId: newId(), fileName: 'quet.jpg', noMarkBecause: undefined };
    const byOther = world.get(AttachScan).execute(other, { ...command, content: Readable.from([content]) });
    await expect(byOther).rejects.toEqual(refusal('permission.denied'));
  });
});

describe('taking a scan off', () => {
  it('leaves its digest on record', async () => {
    const id = await aPaper();
    await attach(id, { fileName: 'quet.jpg', content: await jpeg(100) });
    const scanId = (await view(id)).attachments[0]?.id ?? '';
    await world.get(RemoveScan).execute(clerk, id, scanId);
    const { attachments, timeline } = await view(id);
    expect(attachments).toEqual([]);
    expect(timeline.at(-1)).toMatchObject({ event: 'arrival.scan-removed', note: 'quet.jpg' });
    await expect(world.get(RemoveScan).execute(clerk, id, scanId)).rejects.toEqual(refusal('not-found'));
  });

  it('is refused once the paper is completed, and for what was sent', async () => {
    const id = await aPaper();
    await attach(id, { fileName: 'quet.jpg', content: await jpeg(100) });
    const scanId = (await view(id)).attachments[0]?.id ?? '';
    await world.get(CompleteArrival).execute(clerk, id);
    await expect(world.get(RemoveScan).execute(clerk, id, scanId)).rejects.toEqual(refusal('arrival.wrong-state'));
    const sent = await anArrivalAttachment(world.database);
    const removal = world.database.query('DELETE FROM arrival_attachments WHERE id = ANY ($1::uuid[])', [
      [scanId, sent.id],
    ]);
    await expect(removal).rejects.toThrow('does not change');
  });
});

describe('a picture as PDF', () => {
  it.each([
    { fileName: 'quet.tif', make: async () => tiff(3), pages: 3 },
    { fileName: 'quet.jpg', make: async () => jpeg(100), pages: 1 },
  ])('of $fileName has its $pages pages in the size of the paper', async ({ fileName, make, pages }) => {
    const id = await aPaper();
    await attach(id, { fileName, content: await make() });
    const [file] = (await view(id)).attachments;
    expect(file).toBeDefined();
    if (file === undefined) {
      return;
    }
    await expect(world.get(Renditions).ask(file)).resolves.toEqual({ state: 'waiting', fault: null });
    await world.get(MakeRendition).execute(file);
    const made = await world.get(Renditions).made(file);
    const bytes = await buffer(await world.get(FileStore).open(made.digest));
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
    expect(pdf.numPages).toBe(pages);
    const { width } = (await pdf.getPage(pages)).getViewport({ scale: 1 });
    expect(width).toBeCloseTo(595, -1);
  });

  it('of a damaged file is none, and says so', async () => {
    const whole = await tiff(1);
    const { digest, size } = await world.get(FileStore).put(Readable.from([whole.subarray(0, 60)]));
    const file = { id: newId(), fileName: 'hong.tif', mediaType: 'image/tiff', digest, size };
    await world.get(Renditions).ask(file);
    await world.get(MakeRendition).execute(file);
    await expect(world.get(Renditions).ask(file)).resolves.toEqual({ state: 'failed', fault: 'damaged' });
  });
});

describe.skipIf(findPrograms().clamd === '')('malware in a scan', () => {
  it('is refused, and a scanner that does not answer lets nothing pass', async () => {
    const clamd = await startClamd({ port: await freePort() });
    const guarded = await ExchangeWorld.open({
      databaseUrl: testDatabase.url,
      environment: { CLAMD_URL: clamd.url },
    });
    const infected = Buffer.concat([await jpeg(100), Buffer.from(eicar)]);
    const clean = await jpeg(100);
    const arrivalId = await aPaper(guarded);
    const send = async (content: Buffer): Promise<void> =>
      guarded.get(AttachScan).execute(clerk, {
        arrivalId,
        scanId: newId(),
        fileName: 'quet.jpg',
        content: Readable.from([content]),
        noMarkBecause: undefined,
      });
    await expect(send(infected)).rejects.toMatchObject({ code: expect.stringMatching(/scan\.infected|polyglot/) });
    await send(clean);
    await clamd.stop();
    await expect(send(clean)).rejects.toEqual(refusal('scan.not-scanned'));
    expect((await view(arrivalId)).attachments).toHaveLength(1);
    await guarded.close();
  });
});
