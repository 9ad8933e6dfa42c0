import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Test, type TestingModule } from '@nestjs/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveEntriesQuery, ArchiveModule, VerifyArchiveEntry } from '#archive';
import type { Actor, ArchiveEntryView, LiveEvent } from '#contracts';
import { entities, migrateDatabase } from '#db';
import { CompleteDocument, documentCompleted } from '#documents';
import { CompleteArrival, IncomingModule } from '#incoming';
import { NotificationsModule } from '#notifications';
import {
  ApiPlatformModule,
  Database,
  Events,
  FileStore,
  LiveFeed,
  loadConfig,
  Outbox,
  PlatformModule,
  type StoredFile,
  WorkerPlatformModule,
} from '#platform';
import {
  aDocument,
  anActor,
  anAgency,
  anArrival,
  anArrivalAttachment,
  anAttachment,
  createTestDatabase,
  type TestDatabase,
  waitUntil,
} from '#testing';

let app: TestingModule;
let testDatabase: TestDatabase;
let dataDir: string;
let database: Database;
let archive: ArchiveEntriesQuery;
let verify: VerifyArchiveEntry;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await migrateDatabase(testDatabase.url);
  dataDir = await mkdtemp(join(tmpdir(), 'vanthu-archive-'));
  const config = loadConfig({ DATA_DIR: dataDir });
  app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({ config, databaseUrl: testDatabase.url, entities }),
      ApiPlatformModule,
      WorkerPlatformModule,
      IncomingModule,
      ArchiveModule,
      NotificationsModule,
    ],
  }).compile();
  app.useLogger(false);
  await app.init();
  database = app.get(Database);
  archive = app.get(ArchiveEntriesQuery);
  verify = app.get(VerifyArchiveEntry);
});

afterAll(async () => {
  await app.close();
  await testDatabase.drop();
  await rm(dataDir, { recursive: true, force: true });
});

beforeEach(async () => {
  const { id, level } = await anAgency(database);
  clerk = anActor({ agencyId: id, agencyLevel: level, fullName: 'Quách Thị Văn' });
});

describe('what is completed', () => {
  it('outgoing, goes to the archive with its fields and files, and is read back by the worker', async () => {
    const document = await aDocument(database, { agencyId: clerk.agencyId, subject: 'Quy chế làm việc' });
    const files = [await keep('thứ nhất'), await keep('thứ hai')];
    for (const [index, file] of files.entries()) {
      await anAttachment(database, { documentId: document.id, position: index + 1, ...file });
    }
    await app.get(CompleteDocument).execute(clerk, document.id);
    expect(await entries()).toMatchObject([
      {
        direction: 'outgoing',
        sourceId: document.id,
        issuerName: document.issuerName,
        typeName: 'Quyết định',
        symbol: document.symbol,
        subject: 'Quy chế làm việc',
        issuedOn: '2017-05-02',
        arrivalNumber: null,
        digest: document.digest,
        files: [{ part: 'main' }, { part: 'appendix' }],
        archivedBy: 'Quách Thị Văn',
      },
    ]);
    const rows = await database.query(
      'SELECT position, file_name, size, digest FROM archived_files WHERE entry_id = $1 ORDER BY position',
      [(await onlyEntry()).id],
    );
    expect(rows).toEqual(
      files.map(({ digest, size }, index) => ({ position: index + 1, file_name: 'quyet-dinh.pdf', size, digest })),
    );
    await waitUntil('the worker verifies the entry', 20_000, async () => (await onlyEntry()).verifiedAt !== null);
  });

  it('incoming, goes to the archive of the receiver under the name of the sender', async () => {
    const arrival = await anAcceptedArrival();
    const file = await keep('văn bản đến');
    await anArrivalAttachment(database, { arrivalId: arrival.id, ...file });
    await app.get(CompleteArrival).execute(clerk, arrival.id);
    expect(await onlyEntry()).toMatchObject({
      direction: 'incoming',
      sourceId: arrival.id,
      issuerName: 'Bộ Tư pháp',
      typeName: 'Chỉ thị',
      arrivalNumber: arrival.arrivalNumber,
      files: [{ part: 'main', fileName: 'chi-thi.pdf' }],
    });
    await waitUntil('the worker verifies the entry', 20_000, async () => (await onlyEntry()).verifiedAt !== null);
  });

  it('is archived once, however often its completion is told and by however many at once', async () => {
    const { id: documentId } = await aDocument(database, { agencyId: clerk.agencyId });
    await anAttachment(database, { documentId, ...(await keep('một lần')) });
    const tell = () =>
      database.transaction(() =>
        app.get(Events).emit(documentCompleted, { documentId, actorName: clerk.fullName, at: new Date() }),
      );
    await Promise.all([tell(), tell(), tell()]);
    await tell();
    expect(await entries()).toHaveLength(1);
    expect(await onlyEntry()).toMatchObject({ files: [{ part: 'main' }] });
  });

  it('is not archived when the completion itself fails', async () => {
    const { id: documentId } = await aDocument(database, { agencyId: clerk.agencyId });
    const failing = database.transaction(async () => {
      await app.get(Events).emit(documentCompleted, { documentId, actorName: 'x', at: new Date() });
      throw new Error('and then it broke');
    });
    await expect(failing).rejects.toThrow('and then it broke');
    expect(await entries()).toEqual([]);
  });

  it('tells the pages of its agency when it is archived and when it is verified, and nobody else', async () => {
    const other = await anAgency(database);
    const heard: LiveEvent[] = [];
    const heardByOthers: LiveEvent[] = [];
    const listening = [
      app
        .get(LiveFeed)
        .eventsFor({ agencyId: clerk.agencyId })
        .subscribe(({ event }) => heard.push(event)),
      app
        .get(LiveFeed)
        .eventsFor({ agencyId: other.id })
        .subscribe(({ event }) => heardByOthers.push(event)),
    ];
    await completeArrival(await keep('báo tin'));
    const { id } = await onlyEntry();
    const notices = () => heard.filter((event) => event.topic === 'archive' && event.id === id).length;
    await waitUntil('both notices are heard', 20_000, async () => notices() === 2);
    expect(heardByOthers.filter(({ topic }) => topic === 'archive')).toEqual([]);
    listening.forEach((subscription) => subscription.unsubscribe());
  });
});

describe('reading back', () => {
  it('fails for good over a file that was altered; the entry stays unverified and the failure is kept', async () => {
    const file = await keep('nguyên bản');
    await writeFile(placeOf(file.digest), 'sửa trộm!!');
    await completeArrival(file);
    const { id } = await onlyEntry();
    const failure = await keptFailure(id);
    expect(failure).toContain(file.digest);
    expect(failure).toContain('file.damaged');
    expect((await onlyEntry()).verifiedAt).toBeNull();
  });

  it('names every missing file at once', async () => {
    const missing = ['1'.repeat(64), '2'.repeat(64)].map((digest) => ({ digest, size: 1 }));
    await completeArrival(await keep('còn đây'), ...missing);
    const { id } = await onlyEntry();
    const failing = verify.execute({ entryId: id });
    await expect(failing).rejects.toMatchObject({ name: 'PermanentFailure' });
    await expect(failing).rejects.toThrow(/1{64}\): file\.missing; .*2{64}\): file\.missing/);
    expect((await onlyEntry()).verifiedAt).toBeNull();
  });

  it('succeeds once the file is back and an operator has it tried again', async () => {
    const file = await keep('để quên');
    const path = placeOf(file.digest);
    await writeFile(path, 'chưa đúng!');
    await completeArrival(file);
    const { id } = await onlyEntry();
    await keptFailure(id);
    await writeFile(path, 'để quên');
    await app.get(Outbox).retry('all');
    await waitUntil('the entry is verified', 20_000, async () => (await onlyEntry()).verifiedAt !== null);
    expect((await app.get(Outbox).failed(100)).map(({ payload }) => payload)).not.toContainEqual({ entryId: id });
  });

  it('is tried again when the store itself can’t be read', async () => {
    const digest = `f0${'0'.repeat(62)}`;
    await writeFile(join(dataDir, 'files', 'f0'), 'a file where a folder should be');
    await completeArrival({ digest, size: 1 });
    const { id } = await onlyEntry();
    await expect(verify.execute({ entryId: id })).rejects.toMatchObject({ code: 'file.store-unavailable' });
  });
});

describe('the list of the archive', () => {
  it('shows an agency its own entries, newest first, page by page', async () => {
    for (let count = 0; count < 5; count += 1) {
      await completeArrival();
    }
    const other = anActor({ agencyId: (await anAgency(database)).id });
    const all = await entries();
    expect(all).toHaveLength(5);
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    expect((await entries({ limit: 2 })).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect((await archive.page(other, { limit: 10 })).items).toEqual([]);
  });

  it('finds by words of symbol, subject and issuer without diacritics, and by direction', async () => {
    await completeArrival();
    const { id: documentId } = await aDocument(database, {
      agencyId: clerk.agencyId,
      symbol: '09/KH-SNV',
      subject: 'Kế hoạch đào tạo',
    });
    await app.get(CompleteDocument).execute(clerk, documentId);
    expect((await entries({ search: 'dao tao' })).map(({ sourceId }) => sourceId)).toEqual([documentId]);
    expect((await entries({ search: 'KẾ HOẠCH 09/kh' })).map(({ sourceId }) => sourceId)).toEqual([documentId]);
    expect(await entries({ search: 'bo tu phap' })).toMatchObject([{ direction: 'incoming' }]);
    expect(await entries({ direction: 'outgoing' })).toMatchObject([{ sourceId: documentId }]);
    expect(await entries({ search: '100%' })).toEqual([]);
  });

  it.each(['system-administrator', 'auditor', 'agency-administrator'] as const)('is not for a %s', async (role) => {
    await expect(archive.page({ ...clerk, role }, { limit: 10 })).rejects.toThrow('permission.denied');
  });

  it('refuses a cursor that is none of ours', async () => {
    const after = Buffer.from('["no-id"]').toString('base64url');
    await expect(archive.page(clerk, { limit: 10, after })).rejects.toThrow('request.invalid');
  });
});

async function keep(text: string): Promise<StoredFile> {
  return app.get(FileStore).put(Readable.from([Buffer.from(text)]));
}

function placeOf(digest: string): string {
  return join(dataDir, 'files', digest.slice(0, 2), digest.slice(2, 4), digest);
}

let lastNumber = 0;

async function anAcceptedArrival() {
  lastNumber += 1;
  return anArrival(database, {
    agencyId: clerk.agencyId,
    state: 'accepted',
    arrivalYear: 2017,
    arrivalNumber: lastNumber,
  });
}

async function completeArrival(...files: readonly StoredFile[]): Promise<void> {
  const { id: arrivalId } = await anAcceptedArrival();
  for (const [index, file] of files.entries()) {
    await anArrivalAttachment(database, { arrivalId, position: index + 1, ...file });
  }
  await app.get(CompleteArrival).execute(clerk, arrivalId);
}

/** All entries of the clerk’s agency, page by page. */
async function entries(query: Partial<Parameters<ArchiveEntriesQuery['page']>[1]> = {}): Promise<ArchiveEntryView[]> {
  const found: ArchiveEntryView[] = [];
  let after: string | undefined;
  do {
    const page = await archive.page(clerk, { limit: 50, ...query, after });
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}

async function onlyEntry(): Promise<ArchiveEntryView> {
  const [entry, ...others] = await entries();
  if (entry === undefined || others.length > 0) {
    throw new Error(`${others.length + 1} entries instead of one`);
  }
  return entry;
}

async function keptFailure(entryId: string): Promise<string> {
  let failure: string | undefined;
  await waitUntil('the failure is kept', 20_000, async () => {
    const kept = await app.get(Outbox).failed(100);
    failure = kept.find(({ payload }) => JSON.stringify(payload).includes(entryId))?.failure;
    return failure !== undefined;
  });
  return failure ?? '';
}
