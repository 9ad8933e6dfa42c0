import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgencyDetails, ApiClientView, DocumentView, PersonView } from '#contracts';
import { newId } from '#kernel';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { administratorOf } from './support/clients.js';
import { draftBody } from './support/documents.js';
import { type Office, officeOf } from './support/office.js';
import { countOf } from './support/kept.js';

let app: TestApp;
let office: Office;
let other: Office;
let administrator: Caller;

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  other = await officeOf(app, 'stp');
  administrator = await administratorOf(app, 'H28.02');
});

afterAll(async () => {
  await app.stop();
});

/** Fields that a body has no business to set; what is sent beside the fields of a request is not read at all. */
describe('what a request slips in beside its fields', () => {
  it('makes no document of another agency, state, author or number', async () => {
    const id = newId();
    const slipped = {
      id,
      state: 'approved',
      version: 7,
      symbol: '99/QĐ-UBND',
      digest: 'x',
      agencyId: other.agencyId,
      drafterPostId: other.leader.session.post.id,
      restricted: true,
    };
    const drafted = (await office.civilServant.post('/documents', { ...draftBody(office, []), ...slipped })).as(
      DocumentView,
    );
    expect(drafted).toMatchObject({ state: 'draft', version: 1, symbol: null, digest: null });
    expect(drafted.agency.id).toBe(office.agencyId);
    expect(drafted.drafter.fullName).toBe(office.civilServant.session.person.fullName);
    expect(drafted.id).not.toBe(id);

    const headers = { 'if-match': '"1"' };
    const json = { ...draftBody(office, []), ...slipped };
    const edited = (await office.civilServant.call('PUT', `/documents/${drafted.id}`, { headers, json })).as(
      DocumentView,
    );
    expect(edited).toMatchObject({ id: drafted.id, state: 'draft', version: 2, symbol: null });
    expect(await countOf(app, 'documents WHERE restricted OR agency_id = $1', [other.agencyId])).toBe(0);
  });

  it('gives a person no password, no other kind and no role that was not asked about', async () => {
    const post = { agencyId: office.agencyId, role: 'civil-servant', position: 'Chuyên viên' };
    const slipped = {
      id: newId(),
      kind: 'client',
      passwordHash: 'x',
      passwordTemporary: true,
      role: 'system-administrator',
    };
    const answer = await administrator.post('/people', {
      ...slipped,
      fullName: 'Bùi Văn Lén',
      userName: 'bui.van.len',
      post: { ...post, id: newId(), personId: other.leader.session.person.id },
    });
    const person = answer.as(PersonView);
    expect(person).toMatchObject({ signIn: 'no-password', version: 1 });
    expect(person.id).not.toBe(slipped.id);
    expect(await countOf(app, "people WHERE id = $1 AND kind = 'person' AND NOT password_temporary", [person.id])).toBe(
      1,
    );

    const json = {
      fullName: 'Bùi Văn Lén',
      userName: 'quantri2',
      disabledAt: null,
      posts: [{ ...post, role: 'leader' }],
      ...slipped,
    };
    const edit = await administrator.call('PUT', `/people/${person.id}`, { headers: { 'if-match': '"1"' }, json });
    expect(edit.as(PersonView).userName).toBe('bui.van.len');

    const postId = person.posts[0]?.id;
    const change = { position: 'Chuyên viên chính', role: 'system-administrator', agencyId: other.agencyId };
    const changed = (await administrator.call('PUT', `/posts/${postId}`, { json: change })).as(PersonView);
    expect(changed.posts[0]).toMatchObject({ role: 'civil-servant', position: 'Chuyên viên chính' });
    expect(changed.posts[0]?.agency.id).toBe(office.agencyId);
  });

  it('changes nothing of an agency but the contact that its administrator may change', async () => {
    const before = (await administrator.get(`/agencies/${office.agencyId}`)).as(AgencyDetails);
    const json = {
      phone: '0218 3852 111',
      name: 'Sở Tự xưng',
      code: 'H28',
      level: 'province',
      parentId: null,
      validTo: '2017-01-01',
    };
    const headers = { 'if-match': `"${before.version}"` };
    const edited = await administrator.call('PUT', `/agencies/${office.agencyId}/contact`, { headers, json });
    const { phone, name, code, level, parentId, validTo } = edited.as(AgencyDetails);
    expect({ phone, name, code, level, parentId, validTo }).toEqual({
      phone: '0218 3852 111',
      name: before.name,
      code: before.code,
      level: before.level,
      parentId: before.parentId,
      validTo: null,
    });
  });

  it('moves another system to no other agency or role', async () => {
    const client = { name: 'Một cửa', agencyId: office.agencyId, role: 'clerk', scopes: ['document:read'] };
    const added = (await administrator.post('/api-clients', client)).as(ApiClientView);
    const json = { name: 'Một cửa', scopes: ['document:read'], agencyId: other.agencyId, role: 'leader', id: newId() };
    const headers = { 'if-match': `"${added.version}"` };
    const edited = (await administrator.call('PUT', `/api-clients/${added.id}`, { headers, json })).as(ApiClientView);
    expect(edited).toMatchObject({ id: added.id, role: 'clerk' });
    expect(edited.agency.id).toBe(office.agencyId);
  });

  it('signs nobody in as somebody else', async () => {
    const { id } = other.leader.session.post;
    const answer = await office.clerk.call('PUT', '/session/post', {
      json: { postId: id, personId: other.leader.session.person.id },
    });
    expect(answer.problem().code).toBe('not-found');
  });
});
