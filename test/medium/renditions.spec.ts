import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttachmentView } from '#contracts';
import { MakeRendition, Renditions } from '#documents';
import { FileStore, OfficeConverter } from '#platform';
import { anAttachment, createTestDatabase, docxFile, findPrograms, type TestDatabase, xlsxFile } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const { soffice, calc } = findPrograms();

let database: TestDatabase;
let world: ExchangeWorld;

const open = async (program: string) =>
  ExchangeWorld.open({ databaseUrl: database.url, environment: { SOFFICE_PATH: program } });

beforeAll(async () => {
  database = await createTestDatabase();
  world = await open(soffice === '' ? 'none' : soffice);
});

afterAll(async () => {
  await world.close();
  await database.drop();
});

async function bytesOf(digest: string): Promise<Buffer> {
  return Buffer.concat(await (await world.get(FileStore).open(digest)).toArray());
}

async function fileWith(content: Buffer, mediaType: string): Promise<AttachmentView> {
  const { digest, size } = await world.get(FileStore).put(Readable.from([content]));
  return anAttachment(world.database, { digest, size, mediaType, fileName: '../báo cáo' });
}

async function promised(digest: string): Promise<number> {
  const jobs = await world.database.query(
    `SELECT 1 FROM outbox_messages WHERE job = 'make-rendition' AND payload ->> 'digest' = $1`,
    [digest],
  );
  return jobs.length;
}

describe('where LibreOffice is switched off', () => {
  it('a file says so, and nothing is promised', async () => {
    const off = await open('none');
    const file = await fileWith(docxFile('Sở Nội vụ báo cáo'), word);
    await expect(off.get(Renditions).ask(file)).resolves.toEqual({ state: 'off', fault: null });
    expect(await promised(file.digest)).toBe(0);
    await off.close();
  });
});

describe.skipIf(soffice === '')('the PDF of a file', () => {
  it.each([
    { kind: 'Word', mediaType: word, content: docxFile('Sở Nội vụ báo cáo như sau') },
    ...(calc ? [{ kind: 'Excel', mediaType: sheet, content: xlsxFile('Biểu số 01') }] : []),
  ])('of $kind is made once for two who ask at once, and leaves the original as it is', async (given) => {
    const file = await fileWith(given.content, given.mediaType);
    const renditions = world.get(Renditions);
    const waiting = { state: 'waiting', fault: null };
    await expect(Promise.all([renditions.ask(file), renditions.ask(file)])).resolves.toEqual([waiting, waiting]);
    expect(await promised(file.digest)).toBe(1);
    await expect(renditions.made(file)).rejects.toMatchObject({ code: 'attachment.no-rendition' });

    await world.get(MakeRendition).execute(file);
    await expect(renditions.ask(file)).resolves.toEqual({ state: 'made', fault: null });
    const made = await renditions.made(file);
    expect((await bytesOf(made.digest)).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(await bytesOf(file.digest)).toEqual(given.content);
    expect(await readdir(join(world.dataDir, 'renditions'))).toEqual([]);

    await world.database.query(`UPDATE file_checks SET stamp = 'held' WHERE attachment_id = $1`, [file.id]);
    await expect(renditions.ask(file)).resolves.toEqual({ state: 'unchecked', fault: null });
    await expect(renditions.made(file)).rejects.toMatchObject({ code: 'attachment.no-rendition' });
  });

  it('can’t be made of a damaged one: it says so', async () => {
    const file = await fileWith(docxFile('x').subarray(0, 300), word);
    await world.get(Renditions).ask(file);
    await world.get(MakeRendition).execute(file);
    await expect(world.get(Renditions).ask(file)).resolves.toEqual({ state: 'failed', fault: 'damaged' });
  });

  it('ends by force where it takes too long, and leaves nothing behind', async () => {
    const folder = join(world.dataDir, 'too-long');
    const office = new OfficeConverter({ program: soffice, folder, timeLimit: 50 });
    const content = Readable.from([docxFile('Sở Nội vụ báo cáo')]);
    await expect(office.toPdf(content, 'docx', async () => 'made')).rejects.toMatchObject({ fault: 'too-long' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('fetches nothing that the file points to', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const office = world.get(OfficeConverter);
    const made = await office.toPdf(Readable.from([pointingTo(`${address}/picture.png`)]), 'docx', async () => 'made');
    server.close();
    expect({ made, asked }).toEqual({ made: 'made', asked: [] });
  });
});

/** A Word file whose one picture is elsewhere. */
function pointingTo(address: string): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  return docxFile('x', [
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="${office}/image" Target="${address}" TargetMode="External"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture"><w:body><w:p><w:r><w:drawing><wp:inline><wp:extent cx="990000" cy="990000"/><wp:docPr id="1" name="p"/><a:graphic><a:graphicData uri="${drawing}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="r9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="990000" cy="990000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body></w:document>`,
    },
  ]);
}
