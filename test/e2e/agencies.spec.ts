import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencyDetails, AgencyImport, AgencyPage, type AgencyView, type Role } from '#contracts';
import { AddPeople, Sessions } from '#identity';
import { newId } from '#kernel';
import { Database, writeXlsx } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import { Answer } from './support/answer.js';
import { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { everythingKept } from './support/kept.js';
import { sendRaw } from './support/raw-request.js';

let app: TestApp;
let manager: Caller;
let own: Caller;
let clerk: Caller;

beforeAll(async () => {
  app = await startTestApp();
  manager = await somebody('system-administrator', 'H28');
  own = await somebody('agency-administrator', 'H28.02');
  clerk = await somebody('clerk', 'H28.02');
});

afterAll(async () => {
  await app.stop();
});

/** A session as a sign-in would begin it. */
async function somebody(role: Role, agencyCode: string): Promise<Caller> {
  const userName = `agencies.${role}`;
  const person = { fullName: 'Bùi Văn Kiểm', userName, passwordHash: 'nobody signs in with it', agencyCode };
  await app.server.get(AddPeople).execute([{ ...person, role, position: 'Chuyên viên' }]);
  const [post] = await app.server.get(Database).query<{ id: string; personId: string }>(
    `SELECT post.id, post.person_id AS "personId" FROM posts AS post
       JOIN people AS person ON person.id = post.person_id WHERE person.user_name = $1`,
    [userName],
  );
  const token = await app.server.get(Sessions).begin(post?.personId ?? '', post?.id ?? '', '127.0.0.1');
  return Caller.withCookie(app.url, `vanthu_session=${token}`);
}

async function find(query: string, by = clerk): Promise<AgencyView[]> {
  return (await by.get(`/agencies?${query}`)).as(AgencyPage).items;
}

async function show(id: string): Promise<AgencyDetails> {
  return (await clerk.get(`/agencies/${id}`)).as(AgencyDetails);
}

async function idOf(code: string): Promise<string> {
  return (await find(`search=${code}&closed=true`))[0]?.id ?? '';
}

function anAgency(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const code = `h28.t${newId().slice(-10)}`;
  return { code, name: 'Trung tâm Lưu trữ', abbreviation: 'TTLT', level: 'subordinate', ...overrides };
}

async function opened(overrides: Record<string, unknown> = {}): Promise<AgencyDetails> {
  return (await manager.post('/agencies', anAgency({ validFrom: '2017-01-01', ...overrides }))).as(AgencyDetails);
}

function bodyOf({ code, code102, name, abbreviation, level, parentId, address, email, phone }: AgencyDetails) {
  return { code, code102, name, abbreviation, level, parentId, address, email, phone };
}

async function put(by: Caller, path: string, version: number, json: unknown): Promise<Answer> {
  return by.call('PUT', path, { json, headers: { 'if-match': `"${version}"` } });
}

async function edit(agency: AgencyDetails, changes: Record<string, unknown>, by = manager): Promise<Answer> {
  return put(by, `/agencies/${agency.id}`, agency.version, { ...bodyOf(agency), ...changes });
}

describe('finding agencies', () => {
  it.each([
    ['so noi vu', 'H28.02'],
    ['SNV', 'H28.02'],
    ['h28.02', 'H28.02'],
    ['Sở NỘI vụ', 'H28.02'],
  ])('%j finds the department of home affairs first', async (search, code) => {
    expect((await find(`search=${encodeURIComponent(search)}`))[0]?.code).toBe(code);
  });

  it('shows the tree level by level', async () => {
    const [province] = await find('roots=true');
    expect(province).toMatchObject({ code: 'H28', hasChildren: true, parentName: null });
    const children = await find(`parentId=${province?.id}&limit=200`);
    expect(children.length).toBeGreaterThan(20);
    expect(children.every(({ parentName }) => parentName === province?.name)).toBe(true);
    expect((await find('level=district')).every(({ level }) => level === 'district')).toBe(true);
  });

  it('finds a closed agency only when asked for, with its last day and who succeeded it', async () => {
    const [gone, heir] = [await opened({ name: 'Chi cục Đã giải thể' }), await opened({ name: 'Chi cục Kế tục' })];
    const database = app.server.get(Database);
    await database.query(`UPDATE agencies SET valid_to = '2020-06-30' WHERE id = $1`, [gone.id]);
    await database.query(`INSERT INTO agency_successions VALUES ($1, $2, '2020-07-01', true)`, [gone.id, heir.id]);
    expect(await find('search=da giai the')).toEqual([]);
    expect(await find('search=da giai the&closed=true')).toMatchObject([
      { id: gone.id, validTo: '2020-06-30', successors: [{ id: heir.id, name: 'Chi cục Kế tục' }] },
    ]);
    expect(await show(gone.id)).toMatchObject({
      actions: [],
      successors: [{ effectiveOn: '2020-07-01', isLead: true }],
    });
    expect((await show(heir.id)).predecessors).toMatchObject([{ agency: { id: gone.id } }]);
    expectProblem(await edit(await show(gone.id), { name: 'Tên khác' }), 'agency.closed');
  });

  it.each(['level=king', 'roots=maybe', 'parentId=1', 'limit=1000', 'after=x', `search=${'a'.repeat(101)}`])(
    'refuses %j',
    async (query) => {
      expectProblem(await clerk.get(`/agencies?${query}`), 'request.invalid');
    },
  );
});

describe('an agency', () => {
  it('is opened once for one key, with its code in capitals', async () => {
    const body = anAgency({ parentId: await idOf('H28.02'), address: 'Số 1 Trần Hưng Đạo' });
    const headers = { 'idempotency-key': newId() };
    const first = (await manager.post('/agencies', body, headers)).as(AgencyDetails);
    const again = (await manager.post('/agencies', body, headers)).as(AgencyDetails);
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({
      code: String(body['code']).toUpperCase(),
      version: 1,
      path: [{ code: 'H28' }, { code: 'H28.02' }],
    });
    expect(await find(`parentId=${first.parentId}`)).toMatchObject([{ id: first.id }]);
  });

  it.each([
    ['agency.code-taken', { code: 'h28.02 ' }],
    ['agency.unknown-parent', { parentId: newId() }],
    ['request.invalid', { code: ' ' }],
    ['request.invalid', { code: 'x'.repeat(36) }],
    ['request.invalid', { level: 'kingdom' }],
    ['request.invalid', { email: 'no address' }],
    ['request.invalid', { validFrom: '2017-02-30' }],
  ] as const)('is refused with %s for %j, and nothing is kept', async (code, wrong) => {
    const before = await everythingKept(app);
    expectProblem(await manager.post('/agencies', anAgency(wrong)), code);
    expect(await everythingKept(app)).toEqual(before);
  });

  it('takes none of the powers that a body may claim', async () => {
    const forged = { id: newId(), version: 9, validTo: '2017-01-01', searchKeys: ['snv'], actions: ['edit'] };
    const agency = await opened(forged);
    expect(agency.id).not.toBe(forged.id);
    expect(agency).toMatchObject({ version: 1, validTo: null });
  });

  it('keeps what it was until yesterday when it is renamed, and is still found by it', async () => {
    const agency = await opened({ name: 'Trường Năng khiếu cũ', abbreviation: 'TNKC' });
    const renamed = (await edit(agency, { name: 'Trường Năng khiếu mới' })).as(AgencyDetails);
    expect(renamed).toMatchObject({
      version: 2,
      versions: [{ name: 'Trường Năng khiếu cũ', validFrom: '2017-01-01' }],
    });
    expect(await find('search=nang khieu cu')).toMatchObject([{ id: agency.id, name: 'Trường Năng khiếu mới' }]);
    const again = (await edit(renamed, { abbreviation: 'TNKM', phone: '0218 3' })).as(AgencyDetails);
    expect(again.versions, 'a second change on the same day mends the first').toHaveLength(1);
  });

  it('leaves its history alone when only the way to reach it changes', async () => {
    const changed = (await edit(await opened(), { email: 'a@b.gov.vn' })).as(AgencyDetails);
    expect(changed).toMatchObject({ email: 'a@b.gov.vn', versions: [] });
  });

  it('never takes a code that another one had', async () => {
    const agency = await opened();
    const recoded = (await edit(agency, { code: `${agency.code}.X` })).as(AgencyDetails);
    const problem = expectProblem(
      await manager.post('/agencies', anAgency({ code: agency.code })),
      'agency.code-taken',
    );
    expect(problem.detail).toContain(recoded.name);
    expect((await edit(recoded, { code: agency.code })).as(AgencyDetails).code, 'its own it may take back').toBe(
      agency.code,
    );
  });

  it('is not edited on a version that somebody has changed since, nor without one', async () => {
    const agency = await opened();
    const answers = await Promise.all(['Một', 'Hai', 'Ba'].map((name) => edit(agency, { name })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    const refused = answers.find(({ status }) => status === 412);
    expect(refused?.problem().code).toBe('agency.stale');
    const bare = await manager.call('PUT', `/agencies/${agency.id}`, { json: bodyOf(agency) });
    expectProblem(bare, 'request.precondition-required');
  });

  it('can’t stand under itself, nor under what stands under it, whoever is quicker', async () => {
    const [a, b] = [await opened({ name: 'A' }), await opened({ name: 'B' })];
    expectProblem(await edit(a, { parentId: a.id }), 'agency.cycle');
    const both = await Promise.all([edit(a, { parentId: b.id }), edit(b, { parentId: a.id })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect(both.find(({ status }) => status === 422)?.problem().code).toBe('agency.cycle');
  });

  it('is not found when there is none', async () => {
    expectProblem(await clerk.get(`/agencies/${newId()}`), 'not-found');
    expectProblem(await clerk.get('/agencies/x'), 'not-found');
    expectProblem(await put(manager, `/agencies/${newId()}`, 1, anAgency()), 'not-found');
  });

  it('says under which version it was read', async () => {
    const { id } = await opened();
    expect((await clerk.get(`/agencies/${id}`)).headers.get('etag')).toBe('"1"');
  });
});

describe('how an agency is reached', () => {
  const contact = { address: 'Số 5 Cù Chính Lan', email: 'snv@hoabinh.gov.vn', phone: '+84 218 3852 338' };

  it('is written by its own administrator, who changes nothing else', async () => {
    const agency = await show(await idOf('H28.02'));
    const forged = { ...contact, name: 'Tên giả', code: 'X' };
    const edited = (await put(own, `/agencies/${agency.id}/contact`, agency.version, forged)).as(AgencyDetails);
    expect(edited).toMatchObject({ ...contact, name: agency.name, code: agency.code, actions: ['edit-contact'] });
    expectProblem(await put(own, `/agencies/${agency.id}/contact`, agency.version, contact), 'agency.stale');
    expectProblem(await edit(edited, {}, own), 'permission.denied');
  });

  it('of another agency is not', async () => {
    const other = await show(await idOf('H28.05'));
    expectProblem(await put(own, `/agencies/${other.id}/contact`, other.version, contact), 'permission.denied');
    expectProblem(await put(clerk, `/agencies/${other.id}/contact`, other.version, contact), 'permission.denied');
    expect((await put(manager, `/agencies/${other.id}/contact`, other.version, contact)).status).toBe(200);
  });
});

describe('the directory as a file', () => {
  async function send(content: Buffer | string, plan = '', by = manager, language = 'vi'): Promise<Answer> {
    return by.call('PUT', `/agencies/import${plan === '' ? '' : `?plan=${plan}`}`, {
      headers: { 'content-type': 'application/octet-stream', 'accept-language': language },
      body: Buffer.from(content),
    });
  }

  async function preview(content: Buffer | string): Promise<AgencyImport> {
    return (await send(content)).as(AgencyImport);
  }

  const head = 'Mã định danh,Tên cơ quan,Tên viết tắt,Cấp,Mã cơ quan cấp trên,Điện thoại\n';

  it.each(['csv', 'xlsx'])('is exported as %s, and imported again it changes nothing', async (format) => {
    const exported = await clerk.get(`/agencies/export?format=${format}&language=en`);
    expect(exported.status).toBe(200);
    expect(exported.headers.get('content-disposition')).toMatch(
      /^attachment; filename="co-quan-\d{4}-\d\d-\d\d\.(csv|xlsx)"$/,
    );
    const seen = await preview(exported.bytes);
    expect(seen).toMatchObject({ faults: [], added: 0, changed: 0 });
    expect(seen.unchanged).toBeGreaterThan(30);
  });

  it('is exported as it is filtered', async () => {
    const { text } = await clerk.get('/agencies/export?format=csv&search=so noi vu');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toContain('Mã định danh,Mã QCVN 102,Tên cơ quan');
    expect(lines[1]).toMatch(/^H28\.02,/);
    expect(lines.every((line) => !line.includes('Sở Tài chính'))).toBe(true);
  });

  it('names every fault by its row and column, in the reader’s language, and writes nothing', async () => {
    const before = await everythingKept(app);
    const rows = [
      'H28.I1,,TTI,Đơn vị trực thuộc,H28,',
      'H28.I1,Trùng mã,TM,subordinate,H28,',
      'H28.I2,Sai cấp,SC,Vương quốc,H28,',
      'H28.I3,Mồ côi,MC,subordinate,KHONG.CO,',
      'H28.I4,Vòng một,V1,subordinate,H28.I5,',
      'H28.I5,Vòng hai,V2,subordinate,H28.I4,',
    ];
    const seen = await preview(head + rows.join('\n'));
    expect(seen.imported).toBe(false);
    expect(seen.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 Tên cơ quan',
      '3 Mã định danh',
      '4 Cấp',
      '5 Mã cơ quan cấp trên',
      '6 Mã cơ quan cấp trên',
      '7 Mã cơ quan cấp trên',
    ]);
    expect(seen.faults[1]?.message).toBe('Mã H28.I1 đã có ở dòng 2.');
    const english = (await send(head + rows.join('\n'), '', manager, 'en')).as(AgencyImport);
    expect(english.faults[0]).toEqual({ row: 2, column: 'Name', message: 'This must not be empty.' });
    expectProblem(await send(head + rows.join('\n'), seen.plan), 'file-import.has-faults');
    expect(await everythingKept(app)).toEqual(before);
  });

  it('says which headers are missing, unknown or twice', async () => {
    const seen = await preview('Mã,Tên,Tên,Màu sắc\nH28.X,A,B,C');
    expect(seen.faults.map(({ row, message }) => `${row} ${message}`)).toEqual([
      '1 Cột “Tên” có hai lần.',
      '1 Không biết cột “Màu sắc” là gì. Xin bỏ cột hoặc đổi tên.',
      '1 Thiếu cột này ở dòng tiêu đề.',
      '1 Thiếu cột này ở dòng tiêu đề.',
    ]);
  });

  it('is imported as the preview said: children before their parents, and what changes keeps its past', async () => {
    const known = await opened({ name: 'Trạm cũ', code: 'H28.NHAP' });
    const csv = `${head}H28.NHAP.1,Tổ một,T1,Đơn vị trực thuộc,H28.NHAP.0,'+84218\nH28.NHAP.0,Tổ không,T0,subordinate,H28.NHAP,\nh28.nhap,Trạm mới,TTLT,Subordinate unit,,\n`;
    const seen = await preview(csv);
    expect(seen).toMatchObject({ added: 2, changed: 1, faultCount: 0 });
    expect(seen.lines.at(-1)?.changes).toEqual([{ column: 'Tên cơ quan', before: 'Trạm cũ', after: 'Trạm mới' }]);
    const done = (await send(csv, seen.plan)).as(AgencyImport);
    expect(done).toMatchObject({ imported: true, added: 2, changed: 1 });
    expect(await show(known.id)).toMatchObject({ name: 'Trạm mới', versions: [{ name: 'Trạm cũ' }], childCount: 1 });
    expect(await show(await idOf('H28.NHAP.1'))).toMatchObject({
      phone: '+84218',
      path: [{ code: 'H28.NHAP' }, { code: 'H28.NHAP.0' }],
    });
    const again = (await send(csv, seen.plan)).as(AgencyImport);
    expect(again, 'a repeat finds nothing left to do').toMatchObject({ imported: true, added: 0, changed: 0 });
    const trail = await app.server
      .get(Database)
      .query<{ action: string }>(
        `SELECT DISTINCT action FROM audit_entries WHERE action IN ('agency.imported', 'agency.opened', 'agency.edited', 'agency.exported')`,
      );
    expect(trail).toHaveLength(4);
  });

  it('is not imported when the directory changed in a way that matters, and only one of two imports is', async () => {
    const agency = await opened({ code: 'H28.DOI', name: 'Trước' });
    const csv = `${head}H28.DOI,Sau,TTLT,subordinate,,\n`;
    const seen = await preview(csv);
    await edit(agency, { name: 'Giữa' });
    const before = await everythingKept(app);
    expectProblem(await send(csv, seen.plan), 'file-import.changed-meanwhile');
    expect(await everythingKept(app)).toEqual(before);
    const fresh = await preview(csv);
    const both = (await Promise.all([send(csv, fresh.plan), send(csv, fresh.plan)])).map((answer) =>
      answer.as(AgencyImport),
    );
    expect(both.map(({ changed }) => changed).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  it.each([
    ['file-import.empty', ''],
    ['file-import.empty', head],
    ['file-import.unreadable', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['file-import.unreadable', 'PK\x03\x04 not a workbook'],
    ['file-import.locked-file', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['file-import.too-large', Buffer.alloc(20_000_001, 'a')],
  ] as const)('is refused with %s', async (code, content) => {
    expectProblem(await send(content), code);
  });

  it('takes 50,000 rows of an Excel file and not one more', async () => {
    async function* rows() {
      yield Array.from({ length: 50_001 }, () => ['H28', 'A', 'A', 'province']);
    }
    const headers = ['code', 'name', 'abbreviation', 'level'];
    const sheet = await buffer(writeXlsx({ name: 'A', headers, widths: [9, 9, 9, 9], rows: rows() }));
    expect(expectProblem(await send(sheet), 'file-import.too-many-rows').detail).toContain('50000');
  });

  it('is for those who keep the directory alone, and only as bytes', async () => {
    for (const by of [own, clerk]) {
      expectProblem(await send(head, '', by), 'permission.denied');
      expectProblem(await send(head, 'a'.repeat(64), by), 'permission.denied');
    }
    // Nothing of the body is ever sent: the refusal doesn’t wait for it, nor for its size.
    const unread = { 'content-type': 'application/octet-stream', 'content-length': '20000001' };
    const path = '/api/v1/agencies/import';
    expectProblem(await sendRaw(clerk, { method: 'PUT', path, headers: unread }), 'permission.denied');
    const json = await manager.call('PUT', '/agencies/import', { json: {} });
    expectProblem(json, 'request.unsupported-media-type');
    expectProblem(await send(head, 'no-plan'), 'request.invalid');
  });
});
