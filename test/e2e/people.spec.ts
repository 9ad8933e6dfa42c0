import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DelegationList, PersonPage, PersonView, PostHolderList, SessionView, UnitList } from '#contracts';
import { AddPeople } from '#identity';
import { newId } from '#kernel';
import { Database } from '#platform';
import { password, passwordHash, startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import { Caller, cookieOf } from './support/caller.js';
import { documentIn } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let office: Office;
let other: Office;
let system: Caller;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  other = await officeOf(app, 'stp');
  system = await signIn(app, 'quantri');
  administrator = await anAdministrator();
});

afterAll(async () => {
  await app.stop();
});

async function anAdministrator(): Promise<Caller> {
  const userName = `quantri.${newId()}`;
  const { code } = office.clerk.session.post.agency;
  const post = { agencyCode: code, role: 'agency-administrator', position: 'Quản trị' } as const;
  await app.server.get(AddPeople).execute([{ fullName: 'Bùi Văn Quản', userName, passwordHash, ...post }]);
  return signIn(app, userName);
}

function personBody(overrides: object = {}): object {
  return {
    fullName: 'Đinh Công Ước',
    userName: `uoc.${newId()}`,
    post: { agencyId: office.agencyId, role: 'civil-servant', position: 'Chuyên viên' },
    ...overrides,
  };
}

async function added(overrides: object = {}): Promise<PersonView> {
  return (await administrator.post('/people', personBody(overrides))).as(PersonView);
}

describe('people over HTTP', () => {
  it('are added, found without diacritics, and edited on the version that was read', async () => {
    const person = await added();
    const found = (await administrator.get('/people?search=dinh%20uoc')).as(PersonPage);
    expect(found.items.map(({ id }) => id)).toContain(person.id);
    const read = await administrator.get(`/people/${person.id}`);
    expect(read.headers.get('etag')).toBe('"1"');
    const json = { fullName: 'Đinh Công Ước Mới', email: null };
    expectProblem(await administrator.call('PUT', `/people/${person.id}`, { json }), 'request.precondition-required');
    const headers = { 'if-match': '"1"' };
    const edited = await administrator.call('PUT', `/people/${person.id}`, { json, headers });
    expect(edited.as(PersonView)).toMatchObject({ fullName: 'Đinh Công Ước Mới', version: 2 });
    expectProblem(await administrator.call('PUT', `/people/${person.id}`, { json, headers }), 'person.stale');
  });

  it('change the own address, to which resets are mailed, only after they have just shown who they are', async () => {
    const self = await anAdministrator();
    const { id } = self.session.person;
    const edit = async (version: number, email: string | null, fullName = 'Bùi Văn Quản'): Promise<Answer> =>
      self.call('PUT', `/people/${id}`, { json: { fullName, email }, headers: { 'if-match': `"${version}"` } });
    expect((await edit(1, 'quan@snv.example')).status).toBe(200);
    await app.server
      .get(Database)
      .query("UPDATE sessions SET created_at = created_at - interval '11 minutes' WHERE id = $1", [self.session.id]);
    for (const email of ['other@snv.example', null]) {
      expectProblem(await edit(2, email), 'session.confirmation-required');
    }
    expect((await edit(2, 'quan@snv.example', 'Bùi Văn Quân')).status).toBe(200);
    expect((await self.post('/session/confirmation', { password })).status).toBe(204);
    expect((await edit(3, null)).status).toBe(200);
  });

  it('never tell what a password is kept as', async () => {
    const [{ id } = { id: '' }] = await app.server
      .get(Database)
      .query<{ id: string }>(`SELECT id FROM people WHERE user_name = 'vanthu.snv'`);
    for (const path of [`/people/${id}`, '/people?limit=200']) {
      expect((await system.get(path)).text).not.toMatch(/argon2|hash/i);
    }
  });

  it('take only the fields that are asked for', async () => {
    const person = await added({
      id: newId(),
      passwordHash: 'given',
      kind: 'client',
      version: 7,
      post: { agencyId: office.agencyId, role: 'clerk', position: 'Văn thư', personId: newId(), id: newId() },
    });
    expect(person).toMatchObject({ signIn: 'no-password', version: 1, posts: [{ role: 'clerk' }] });
  });

  it('are added once by a repeat with the same key', async () => {
    const body = personBody();
    const headers = { 'idempotency-key': newId() };
    const [first, second] = [
      await administrator.post('/people', body, headers),
      await administrator.post('/people', body, headers),
    ];
    expect(second.as(PersonView).id).toBe(first.as(PersonView).id);
  });

  it('of another agency are not there for an agency’s administrator, by whatever door', async () => {
    const stranger = other.clerk.session;
    const body = { reason: 'Thử' };
    for (const answer of [
      await administrator.get(`/people/${stranger.person.id}`),
      await administrator.post(`/people/${stranger.person.id}/disable`, body),
      await administrator.post(`/people/${stranger.person.id}/posts`, {
        agencyId: office.agencyId,
        role: 'clerk',
        position: 'Văn thư',
      }),
      await administrator.call('PUT', `/posts/${stranger.post.id}`, { json: { position: 'Khác' } }),
      await administrator.get(`/posts/${stranger.post.id}/candidates?for=hand-over`),
      await administrator.get(`/people?agencyId=${other.agencyId}`),
      await administrator.get(`/agencies/${other.agencyId}/units`),
    ]) {
      expectProblem(answer, 'not-found');
    }
  });

  it('do not climb: an agency’s administrator gives and touches nothing beyond the agency', async () => {
    for (const role of ['system-administrator', 'auditor']) {
      const post = { agencyId: office.agencyId, role, position: 'Cao' };
      expectProblem(await administrator.post('/people', personBody({ post })), 'permission.denied');
      const person = await added();
      expectProblem(await administrator.post(`/people/${person.id}/posts`, post), 'permission.denied');
      await system.post(`/people/${person.id}/posts`, post);
      expectProblem(await administrator.post(`/people/${person.id}/disable`, { reason: 'Thử' }), 'permission.denied');
    }
    const own = { agencyId: office.agencyId, role: 'leader', position: 'Giám đốc' };
    const self = administrator.session.person.id;
    expectProblem(await administrator.post(`/people/${self}/posts`, own), 'person.own-rights');
  });

  it('are signed out and kept out when they are disabled', async () => {
    const clerk = await signIn(app, 'chuyenvien2.snv');
    expect((await clerk.get('/session')).status).toBe(200);
    await administrator.post(`/people/${clerk.session.person.id}/disable`, { reason: 'Nghỉ việc' });
    expectProblem(await clerk.get('/session'), 'session.required');
    const json = { userName: 'chuyenvien2.snv', password };
    expectProblem(await Caller.stranger(app.url).call('POST', '/session', { json }), 'session.bad-credentials');
    await administrator.post(`/people/${clerk.session.person.id}/enable`);
    expect((await Caller.stranger(app.url).call('POST', '/session', { json })).status).toBe(201);
  });
});

describe('units over HTTP', () => {
  const path = () => `/agencies/${office.agencyId}/units`;

  it('make a tree that is renamed, moved and closed, and is never a ring', async () => {
    const add = async (body: object) => (await administrator.post(path(), body)).as(UnitList).items;
    const id = (units: UnitList['items'], name: string) => units.find((unit) => unit.name === name)?.id ?? '';
    const root = id(await add({ name: 'Văn phòng', abbreviation: 'VP' }), 'Văn phòng');
    const clerks = id(await add({ name: 'Tổ Văn thư', parentId: root }), 'Tổ Văn thư');
    const ring = { name: 'Văn phòng', abbreviation: 'VP', parentId: clerks };
    expectProblem(await administrator.call('PUT', `/units/${root}`, { json: ring }), 'unit.unknown-parent');
    expectProblem(await administrator.post(`/units/${root}/close`), 'unit.in-use');
    await added({ post: { agencyId: office.agencyId, role: 'clerk', position: 'Văn thư', unitId: clerks } });
    expectProblem(await administrator.post(`/units/${clerks}/close`), 'unit.in-use');
    const json = { name: 'Tổ Lưu trữ', parentId: null };
    const moved = (await administrator.call('PUT', `/units/${clerks}`, { json })).as(UnitList);
    expect(moved.items).toContainEqual({
      id: clerks,
      name: 'Tổ Lưu trữ',
      abbreviation: '',
      parentId: null,
      postCount: 1,
    });
    const left = (await administrator.post(`/units/${root}/close`)).as(UnitList);
    expect(left.items.map((unit) => unit.id)).not.toContain(root);
  });
});

describe('the post of a session', () => {
  it('is chosen among the own posts, under new tokens, and decides what one may do', async () => {
    const clerk = await signIn(app, 'vanthu.snv');
    const { session } = clerk;
    const body = { agencyId: office.agencyId, role: 'archivist', position: 'Lưu trữ viên' };
    const { posts } = (await administrator.post(`/people/${session.person.id}/posts`, body)).as(PersonView);
    const archivist = posts.find(({ role }) => role === 'archivist')?.id ?? '';
    expect((await clerk.get('/session')).as(SessionView).posts.map(({ role }) => role)).toEqual(['clerk', 'archivist']);

    const foreign = { postId: other.clerk.session.post.id };
    expectProblem(await clerk.call('PUT', '/session/post', { json: foreign }), 'not-found');
    const answer = await clerk.call('PUT', '/session/post', { json: { postId: archivist } });
    const switched = answer.as(SessionView);
    expect(switched).toMatchObject({ id: session.id, post: { role: 'archivist' } });
    expect(switched.csrfToken).not.toBe(session.csrfToken);
    expect(switched.permissions).not.toContain('document:issue');
    expectProblem(await clerk.get('/session'), 'session.required');

    const now = await Caller.withCookie(app.url, cookieOf(answer));
    expectProblem(await now.post('/documents', {}, { 'x-csrf-token': session.csrfToken }), 'session.csrf');
    await administrator.call('PUT', `/posts/${archivist}`, {
      json: { position: 'Lưu trữ viên', validTo: yesterday() },
    });
    expectProblem(await now.get('/session'), 'session.required');
  });
});

describe('standing in for somebody', () => {
  it('lets the stand-in approve and ends with the request after it is taken back', async () => {
    const deputy = await added({
      userName: `pho.${newId()}`,
      post: { agencyId: office.agencyId, role: 'leader', position: 'Phó Giám đốc', signingForms: ['KT'] },
    });
    const standIn = await signedInAs(deputy);
    const [first, second] = [
      await documentIn('submitted', office, [other.agencyId]),
      await documentIn('submitted', office, [other.agencyId]),
    ];
    expectProblem(await standIn.post(`/documents/${first.id}/approve`), 'permission.denied');
    const own = office.leader.session.post.id;
    const path = `/posts/${own}/candidates?for=delegation`;
    const candidates = (await office.leader.get(path)).as(PostHolderList).items;
    expect(candidates.map(({ postId }) => postId)).toEqual([standIn.session.post.id]);
    const wish = { toPostId: standIn.session.post.id, validFrom: today(), validTo: today(), reason: 'Đi họp' };
    expect((await office.leader.post('/delegations', wish)).status).toBe(204);
    const approved = await standIn.post(`/documents/${first.id}/approve`);
    expect(approved.json()).toMatchObject({ state: 'approved', signingForm: 'KT', onBehalfOf: {} });
    const { items } = (await standIn.get('/delegations')).as(DelegationList);
    expect(items).toMatchObject([{ state: 'running', mayRevoke: false }]);
    expectProblem(await standIn.post(`/delegations/${items[0]?.id}/revoke`), 'not-found');
    expect((await office.leader.post(`/delegations/${items[0]?.id}/revoke`)).status).toBe(204);
    expectProblem(await standIn.post(`/documents/${second.id}/approve`), 'permission.denied');
  });
});

describe('the form of a signature', () => {
  it('is one that the signer’s post allows', async () => {
    const signerPostId = office.leader.session.post.id;
    const draft = { typeCode: 'thong-bao', subject: 'Về lịch tiếp công dân', signerPostId, recipients: [] };
    const refused = await office.civilServant.post('/documents', { ...draft, signingForm: 'TM' });
    expectProblem(refused, 'document.signing-form-refused');
    const { position } = office.leader.session.post;
    await administrator.call('PUT', `/posts/${signerPostId}`, { json: { position, signingForms: ['TM', 'TM'] } });
    const taken = await office.civilServant.post('/documents', { ...draft, signingForm: 'TM' });
    expect(taken.json()).toMatchObject({ signingForm: 'TM' });
  });
});

async function signedInAs({ id, userName }: PersonView): Promise<Caller> {
  await app.server.get(Database).query('UPDATE people SET password_hash = $2 WHERE id = $1', [id, passwordHash]);
  return signIn(app, userName);
}

function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(new Date());
}

function yesterday(): string {
  return new Date(Date.parse(today()) - 86_400_000).toISOString().slice(0, 10);
}
