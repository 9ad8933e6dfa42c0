import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, DocumentState } from '#contracts';
import {
  ApproveDocument,
  DocumentQuery,
  ExaminationSweep,
  ExamineFile,
  FileChecksQuery,
  HoldCopies,
  IssueDocument,
  ReleaseFile,
  RemoveAttachment,
  RequestExamination,
  WithdrawFile,
} from '#documents';
import { DomainError, newId } from '#kernel';
import { FileStore } from '#platform';
import {
  aDocument,
  aPost,
  anActor,
  createTestDatabase,
  eicar,
  findPrograms,
  freePort,
  startClamd,
  type TestClamd,
  type TestDatabase,
  waitUntil,
} from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const text = 'text/plain';
const sentence = 'Thực hiện chương trình công tác năm 2017, Sở Nội vụ báo cáo như sau.\n';

/** What a clerk, a drafter and a leader of one agency do with a document and its one file. */
class Office {
  private constructor(
    readonly world: ExchangeWorld,
    readonly clerk: Actor,
    readonly drafter: Actor,
  ) {}

  static async open(world: ExchangeWorld): Promise<Office> {
    const clerk = await world.aClerk();
    const post = await aPost(world.database, { agencyId: clerk.agencyId, role: 'civil-servant' });
    const drafter = anActor({ ...clerk, postId: post.id, personId: post.personId, role: 'civil-servant' });
    return new Office(world, clerk, drafter);
  }

  /** A document with one file that nobody has looked at yet. */
  async document(state: DocumentState, content: string | Buffer, mediaType = text) {
    const { world, clerk, drafter } = this;
    const { id } = await aDocument(world.database, {
      agencyId: clerk.agencyId,
      drafterPostId: drafter.postId,
      signerPostId: drafter.postId,
      state: 'draft',
    });
    const fileId = newId();
    const bytes = Buffer.from(content);
    const stored = await world.get(FileStore).put(
      (async function* () {
        yield bytes;
      })(),
    );
    await world.database.transaction(async () => {
      await world.database.query(
        `INSERT INTO attachments (id, document_id, position, file_name, media_type, size, digest, uploaded_at)
         VALUES ($1, $2, 1, 'bao-cao.txt', $3, $4, $5, now())`,
        [fileId, id, mediaType, stored.size, stored.digest],
      );
      await world.get(RequestExamination).execute(id, fileId);
    });
    await world.database.query('UPDATE documents SET state = $2 WHERE id = $1', [id, state]);
    return { id, fileId, digest: stored.digest };
  }

  async examine(attachmentId: string): Promise<void> {
    await this.world.get(ExamineFile).execute({ attachmentId });
  }

  async check(documentId: string, actor = this.clerk) {
    const { files } = await this.world.get(FileChecksQuery).of(actor, documentId);
    return files[0];
  }

  async issue(documentId: string): Promise<string> {
    return this.world.get(IssueDocument).execute(this.clerk, documentId);
  }

  async stateOf(documentId: string): Promise<string | undefined> {
    const [row] = await this.world.database.query<{ state: string }>('SELECT state FROM documents WHERE id = $1', [
      documentId,
    ]);
    return row?.state;
  }

  async trail(documentId: string): Promise<string[]> {
    const rows = await this.world.database.query<{ action: string }>(
      `SELECT action FROM audit_entries WHERE object_id = $1 ORDER BY at, id`,
      [documentId],
    );
    return rows.map(({ action }) => action);
  }
}

/** Stands in for clamd where a test has to say when and what it answers. */
class ToldScanner {
  private readonly asked: Socket[] = [];

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async start(): Promise<ToldScanner> {
    const port = await freePort();
    const server = createServer();
    const scanner = new ToldScanner(`tcp://127.0.0.1:${port}`, server);
    server.on('connection', (socket) => {
      socket.resume().on('error', () => undefined);
      scanner.asked.push(socket);
      server.emit('asked');
    });
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return scanner;
  }

  /** The next file that it is asked about. */
  async next(): Promise<Socket> {
    const socket = this.asked.shift();
    if (socket !== undefined) {
      return socket;
    }
    await once(this.server, 'asked');
    return this.next();
  }

  async stop(): Promise<void> {
    this.asked.forEach((socket) => socket.destroy());
    this.server.close();
  }
}

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

describe('where no scanner is set up', () => {
  let world: ExchangeWorld;
  let office: Office;

  beforeAll(async () => {
    world = await ExchangeWorld.open({ databaseUrl: database.url });
    office = await Office.open(world);
  });

  afterAll(async () => {
    await world.close();
  });

  it('a file says so, and passes once its text was read', async () => {
    const { id, fileId } = await office.document('approved', sentence);
    await office.examine(fileId);
    expect(await office.check(id)).toMatchObject({ state: 'checked', malware: 'off', stamp: 'clear' });
    await expect(office.issue(id)).resolves.toMatch(/^\d+\//);
  });

  it('a file that nobody looked at goes nowhere, also one that came past the door', async () => {
    const { id } = await aDocument(world.database, { agencyId: office.clerk.agencyId, state: 'draft' });
    await world.database.query(
      `INSERT INTO attachments (id, document_id, position, file_name, media_type, size, digest, uploaded_at)
       VALUES ($1, $2, 1, 'la.txt', 'text/plain', 1, $3, now())`,
      [newId(), id, '0'.repeat(64)],
    );
    await world.database.query(`UPDATE documents SET state = 'approved' WHERE id = $1`, [id]);
    await expect(office.issue(id)).rejects.toMatchObject({ code: 'document.file-waiting' });
  });

  it('a picture is marked as not checked and passes', async () => {
    const { id, fileId } = await office.document('approved', 'x', 'image/png');
    await office.examine(fileId);
    expect(await office.check(id)).toMatchObject({ state: 'not-checked', unread: 'kind' });
    await office.issue(id);
  });

  it('a stamp holds the document with its place, until the clerk releases it with a reason', async () => {
    const { id, fileId } = await office.document('submitted', `${sentence}TỐI MẬT\n${sentence}`);
    await office.examine(fileId);
    expect(await office.check(id)).toMatchObject({
      state: 'held',
      findings: [{ level: 'secret', rule: 'stamp', place: 'line', number: 2, text: 'TỐI MẬT' }],
      mayRelease: true,
      mayWithdraw: true,
    });
    expect(await office.check(id, office.drafter)).toMatchObject({ mayRelease: false, mayWithdraw: false });
    await expect(
      world.get(ApproveDocument).execute(anActor({ ...office.drafter, role: 'leader' }), id),
    ).rejects.toMatchObject({
      code: 'document.file-held',
      params: { text: 'TỐI MẬT' },
    });
    await expect(world.get(ReleaseFile).execute(office.drafter, id, fileId, 'Không phải')).rejects.toThrow(
      new DomainError('permission.denied'),
    );

    await world.get(ReleaseFile).execute(office.clerk, id, fileId, 'Tên một mục trong bảng thống kê, không phải dấu');
    expect(await office.check(id)).toMatchObject({
      state: 'checked',
      stamp: 'released',
      released: { by: office.clerk.fullName, reason: 'Tên một mục trong bảng thống kê, không phải dấu' },
    });
    await world.get(ApproveDocument).execute(anActor({ ...office.drafter, role: 'leader' }), id);
    expect(await office.trail(id)).toEqual(['document.file-held', 'document.file-released', 'document.approved']);
    await expect(world.get(ReleaseFile).execute(office.clerk, id, fileId, 'Lần nữa')).rejects.toMatchObject({
      code: 'document.file-not-held',
    });
  });

  it('a held draft is opened to the clerk, and to nobody else besides its drafter', async () => {
    const { id, fileId } = await office.document('draft', 'MẬT\n');
    const leader = anActor({ ...office.drafter, postId: newId(), role: 'leader' });
    await expect(office.check(id)).rejects.toThrow(new DomainError('not-found'));
    await office.examine(fileId);
    expect(await office.check(id)).toMatchObject({ state: 'held' });
    await expect(office.check(id, leader)).rejects.toThrow(new DomainError('not-found'));
    await world.get(RemoveAttachment).execute(office.drafter, id, fileId);
    await expect(office.check(id)).rejects.toThrow(new DomainError('not-found'));
  });

  it.each(['draft', 'in-review', 'submitted', 'approved'] as const)(
    'the clerk withdraws a marked file of a document that is %s: nobody opens it, its digest stays',
    async (state) => {
      const { id, fileId, digest } = await office.document(state, `Độ mật: Mật ${state}\nĐộ mật: Mật\n`);
      await office.examine(fileId);
      await world.get(WithdrawFile).execute(office.clerk, id, fileId, 'Văn bản mật, chuyển đường riêng');
      expect(await office.stateOf(id)).toBe('returned');
      await expect(world.get(DocumentQuery).attachment(office.drafter, id, fileId)).rejects.toThrow(
        new DomainError('not-found'),
      );
      const { files, withdrawn } = await world.get(FileChecksQuery).of(office.drafter, id);
      expect(files).toEqual([]);
      expect(withdrawn).toMatchObject([{ digest, fileName: 'bao-cao.txt', reason: 'Văn bản mật, chuyển đường riêng' }]);
      expect((await office.trail(id)).at(-1)).toBe('document.file-withdrawn');
      await expect(
        world.database.query('UPDATE withdrawn_files SET reason = $2 WHERE id = $1', [fileId, 'khác']),
      ).rejects.toThrow('append');
    },
  );

  it('the same bytes elsewhere are held too: on other documents, after a release, and when they come back', async () => {
    const content = `Độ mật: Tối mật\n${newId()}\n`;
    const other = await Office.open(world);
    const [marked, released, scan, issued] = [
      await office.document('submitted', content),
      await other.document('approved', content),
      await other.document('submitted', content, 'image/png'),
      await other.document('approved', content, 'image/png'),
    ];
    for (const { fileId } of [marked, released, scan, issued]) {
      await office.examine(fileId);
    }
    await world.get(ReleaseFile).execute(other.clerk, released.id, released.fileId, 'Không mật');
    await other.issue(issued.id);

    await world.get(WithdrawFile).execute(office.clerk, marked.id, marked.fileId, 'Văn bản mật');
    expect(await world.count(`outbox_messages WHERE payload->>'digest' = $1`, [marked.digest])).toBe(1);
    await world.get(HoldCopies).execute({ digest: marked.digest });
    await world.get(HoldCopies).execute({ digest: marked.digest });
    for (const { id } of [released, scan]) {
      expect(await other.check(id)).toMatchObject({ state: 'held', released: null, findings: [{ level: 'secret' }] });
      expect((await other.trail(id)).at(-1)).toBe('document.file-held');
    }
    await expect(other.issue(released.id)).rejects.toMatchObject({ code: 'document.file-held' });
    expect(await other.check(issued.id)).toMatchObject({ state: 'not-checked' });

    const again = await other.document('draft', content, 'image/png');
    await office.examine(again.fileId);
    expect(await other.check(again.id)).toMatchObject({ state: 'held', findings: [{ level: 'secret' }] });
  });

  it('two clerks who decide at once: one of them does', async () => {
    const { id, fileId } = await office.document('submitted', 'MẬT\n');
    await office.examine(fileId);
    const both = await Promise.allSettled([
      world.get(ReleaseFile).execute(office.clerk, id, fileId, 'Không mật'),
      world.get(WithdrawFile).execute(office.clerk, id, fileId, 'Mật'),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await office.trail(id)).filter((action) => /released|withdrawn/.test(action))).toHaveLength(1);
  });

  it('a look that was lost is promised again when its time has come', async () => {
    const { id, fileId } = await office.document('approved', sentence);
    await world.database.query('DELETE FROM outbox_messages');
    expect(await world.get(ExaminationSweep).execute()).toBe(0);
    world.clock.moment = new Date(Date.now() + 16 * 60_000);
    try {
      expect(await world.get(ExaminationSweep).execute()).toBeGreaterThan(0);
    } finally {
      world.clock.moment = undefined;
    }
    expect(await world.count(`outbox_messages WHERE payload->>'attachmentId' = $1`, [fileId])).toBe(1);
    await office.examine(fileId);
    await office.issue(id);
  });
});

describe('a scanner that answers late, wrongly or not at all', () => {
  let scanner: ToldScanner;
  let world: ExchangeWorld;
  let office: Office;

  beforeAll(async () => {
    scanner = await ToldScanner.start();
    world = await ExchangeWorld.open({ databaseUrl: database.url, environment: { CLAMD_URL: scanner.url } });
    office = await Office.open(world);
  });

  afterAll(async () => {
    await scanner.stop();
    await world.close();
  });

  it('whoever issues meanwhile waits for what it says, and is refused when it found something', async () => {
    const { id, fileId } = await office.document('approved', sentence);
    const looking = office.examine(fileId);
    const asked = await scanner.next();
    const issuing = office.issue(id).catch((error: unknown) => error);
    asked.end('stream: Win.Test.Thing FOUND\0');
    await looking;
    expect(await issuing).toMatchObject({ code: 'document.file-infected', params: { signature: 'Win.Test.Thing' } });
    expect(await office.stateOf(id)).toBe('approved');
    await expect(world.get(DocumentQuery).attachment(office.clerk, id, fileId)).rejects.toMatchObject({
      code: 'attachment.infected',
    });

    // It is approved: the clerk sends it back, and the drafter takes the file off.
    await world.get(WithdrawFile).execute(office.clerk, id, fileId, 'Tệp có mã độc');
    expect(await office.stateOf(id)).toBe('returned');
    await world.get(RemoveAttachment).execute(office.drafter, id, fileId);
    expect(await office.trail(id)).toEqual([
      'document.file-infected',
      'document.file-sent-back',
      'document.file-removed',
    ]);
  });

  it('whoever issues meanwhile goes on as soon as it says that the file is clean', async () => {
    const { id, fileId } = await office.document('approved', sentence);
    const looking = office.examine(fileId);
    const asked = await scanner.next();
    const issuing = office.issue(id);
    asked.end('stream: OK\0');
    await looking;
    await expect(issuing).resolves.toMatch(/^\d+\//);
  });

  it.each([
    ['ends in the middle', (socket: Socket) => socket.destroy()],
    ['says something else', (socket: Socket) => socket.end('UNKNOWN COMMAND\0')],
    ['says half a word', (socket: Socket) => socket.end('stream: O')],
    ['says that it could not look', (socket: Socket) => socket.end("stream: Can't allocate memory ERROR\0")],
  ])('one that %s never lets a file pass', async (_what, answer) => {
    const { id, fileId } = await office.document('approved', sentence);
    const looking = office.examine(fileId);
    answer(await scanner.next());
    await looking;
    expect(await office.check(id)).toMatchObject({ state: 'waiting', malware: 'waiting', scannerDown: true });
    await expect(office.issue(id)).rejects.toMatchObject({
      code: 'document.file-waiting',
      params: { fileName: 'bao-cao.txt', reason: 'scanner-down' },
    });
  });

  it('finds a stamp all the same while the scanner is down', async () => {
    const { id, fileId } = await office.document('submitted', 'TUYỆT MẬT\n');
    const looking = office.examine(fileId);
    (await scanner.next()).destroy();
    await looking;
    expect(await office.check(id)).toMatchObject({ state: 'held', malware: 'waiting', scannerDown: true });
  });
});

describe.skipIf(findPrograms().clamd === '')('clamd', () => {
  const streamMaxLength = 3_000_000;
  let clamd: TestClamd;
  let port: number;
  let world: ExchangeWorld;
  let office: Office;

  beforeAll(async () => {
    port = await freePort();
    clamd = await startClamd({ port, streamMaxLength });
    world = await ExchangeWorld.open({ databaseUrl: database.url, environment: { CLAMD_URL: clamd.url } });
    office = await Office.open(world);
  });

  afterAll(async () => {
    await clamd.stop();
    await world.close();
  });

  it('calls an ordinary file clean, an empty chunk or a long one notwithstanding', async () => {
    const { id, fileId } = await office.document('approved', sentence.repeat(20_000));
    await office.examine(fileId);
    expect(await office.check(id)).toMatchObject({ state: 'checked', malware: 'clean' });
    await office.issue(id);
  });

  it('finds what is known to it, and the document goes no further', async () => {
    const { id, fileId } = await office.document('draft', `${sentence}${eicar}`);
    await office.examine(fileId);
    expect(await office.check(id, office.drafter)).toMatchObject({
      state: 'infected',
      signature: expect.stringContaining('Eicar-Test-Signature'),
    });
    await world.get(RemoveAttachment).execute(office.drafter, id, fileId);
    expect(await office.trail(id)).toEqual(['document.file-infected', 'document.file-removed']);
  });

  it('says that a file is over its limit: it needs somebody, and never passes', async () => {
    const { id, fileId } = await office.document('approved', Buffer.alloc(streamMaxLength * 2, sentence), 'image/png');
    // It answers while we still write: now and then that is lost with the connection, and the file is looked at again.
    await waitUntil('clamd said so', 10_000, async () => {
      await office.examine(fileId);
      return (await office.check(id))?.state === 'too-large';
    });
    await expect(office.issue(id)).rejects.toMatchObject({ params: { reason: 'too-large' } });
    expect(await office.trail(id)).toEqual(['document.file-not-scanned']);
  });

  it('killed and started again looks at what waited', async () => {
    await clamd.stop();
    const { id, fileId } = await office.document('approved', sentence);
    await office.examine(fileId);
    expect(await office.check(id)).toMatchObject({ state: 'waiting', scannerDown: true });
    clamd = await startClamd({ port, streamMaxLength });
    await office.examine(fileId);
    expect(await office.check(id)).toMatchObject({ state: 'checked', malware: 'clean', scannerDown: false });
    await office.issue(id);
  });
});
