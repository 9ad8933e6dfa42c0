import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AgencyDetails,
  ApiClientView,
  DocumentView,
  GivenClientSecret,
  PersonView,
  PlanView,
  RecipientGroupView,
  UnitList,
} from '#contracts';
import { canonicalJson, dayOf, type Json, newId } from '#kernel';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { administratorOf } from './support/clients.js';
import { arrivalAt, documentIn, draftBody, upload } from './support/documents.js';
import { type Office, officeOf, signIn } from './support/office.js';
import { enrolTotp } from './support/second-factor.js';

interface Entry {
  readonly action: string;
  readonly before: string | null;
  readonly after: string | null;
}

let app: TestApp;
let office: Office;
let other: Office;
let system: Caller;
let administrator: Caller;

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const today = dayOf(new Date());

beforeAll(async () => {
  app = await startTestApp();
  office = await officeOf(app, 'snv');
  other = await officeOf(app, 'stp');
  system = await signIn(app, 'quantri');
  administrator = await administratorOf(app, 'H28.02');
});

afterAll(async () => {
  await app.stop();
});

function digest(facts: Json): string {
  return createHash('sha256').update(canonicalJson(facts)).digest('hex');
}

/** What is on record of a thing, oldest first, without who looked at it. */
async function trailOf(objectType: string, objectId: string): Promise<Entry[]> {
  return app.server.get(Database).query<Entry>(
    `SELECT action, before_digest AS before, after_digest AS after FROM audit_entries
      WHERE object_type = $1 AND object_id = $2 AND action NOT IN ('document.read', 'arrival.read', 'access.refused')
      ORDER BY at, id`,
    [objectType, objectId],
  );
}

/** Each action with which digests it has: `-+` came to be, `+-` is gone, `++` changed. */
async function kindsOf(objectType: string, objectId: string): Promise<string[]> {
  const sign = (value: string | null): string => (value === null ? '-' : '+');
  return (await trailOf(objectType, objectId)).map(
    ({ action, before, after }) => `${action} ${sign(before)}${sign(after)}`,
  );
}

function only(entries: readonly Entry[], action: string): Entry {
  const found = entries.filter((entry) => entry.action === action);
  if (found[0] === undefined || found.length > 1) {
    throw new Error(`${found.length} entries of ${action}`);
  }
  return found[0];
}

describe('the trail proves with digests what a change replaced and by what', () => {
  it('of the fields of a document: each edit begins where the last one ended', async () => {
    const draft = draftBody(office, [other.agencyId]);
    const { id } = (await office.civilServant.post('/documents', draft)).as(DocumentView);
    for (const [version, subject] of ['Lần sửa thứ nhất', 'Lần sửa thứ hai'].entries()) {
      const json = { ...draft, subject, dueDate: '2099-12-31', pageAmount: 3 + version, recipients: [] };
      const answer = await office.civilServant.call('PUT', `/documents/${id}`, { json, headers: ifMatch(version + 1) });
      answer.as(DocumentView);
    }
    const [drafted, first, second] = await trailOf('document', id);
    const whole = {
      ...draft,
      urgency: 'normal',
      signingForm: null,
      draftingUnit: '',
      description: '',
      language: 'Tiếng Việt',
      issuedAmount: null,
      fileCode: null,
      fileOrdinal: null,
      recipients: [{ agencyId: other.agencyId, channel: 'electronic', paperReason: null }],
      groups: [],
      externals: [],
      people: [],
      reviewMode: 'in-turn',
      reviewers: [],
    };
    expect(drafted).toEqual({
      action: 'document.drafted',
      before: null,
      after: digest({ ...whole, dueDate: null, pageAmount: null }),
    });
    expect(first?.before).toBe(drafted?.after);
    expect(second?.before).toBe(first?.after);
    expect(second?.after).toBe(
      digest({
        ...whole,
        subject: 'Lần sửa thứ hai',
        dueDate: '2099-12-31',
        pageAmount: 4,
        recipients: [],
      }),
    );
  });

  it('of the files of a draft: what was taken off is what was attached', async () => {
    const { id } = (await office.civilServant.post('/documents', draftBody(office, []))).as(DocumentView);
    const attachmentId = newId();
    await upload(office.civilServant, id, { attachmentId });
    expect((await office.civilServant.call('DELETE', `/documents/${id}/attachments/${attachmentId}`)).status).toBe(204);
    const entries = await trailOf('document', id);
    const attached = only(entries, 'document.file-attached');
    expect(attached).toMatchObject({ before: null, after: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(only(entries, 'document.file-removed')).toMatchObject({ before: attached.after, after: null });
  });

  it('of the states of a document and of its arrivals', async () => {
    const { id } = await documentIn('submitted', office, [other.agencyId]);
    await office.leader.post(`/documents/${id}/return`, { opinion: 'Bổ sung căn cứ' });
    await office.civilServant.post(`/documents/${id}/submit`);
    await office.leader.post(`/documents/${id}/approve`);
    await office.clerk.post(`/documents/${id}/issue`);
    const sent = (await office.clerk.post(`/documents/${id}/send`)).as(DocumentView);
    await office.clerk.post(`/documents/${id}/complete`);
    const entries = await trailOf('document', id);
    expect(entries.filter(({ action }) => action === 'document.submitted')).toEqual([
      { action: 'document.submitted', before: digest({ state: 'draft' }), after: digest({ state: 'submitted' }) },
      { action: 'document.submitted', before: digest({ state: 'returned' }), after: digest({ state: 'submitted' }) },
    ]);
    const signerPostId = office.leader.session.post.id;
    for (const [action, before, after] of [
      ['document.returned', { state: 'submitted' }, { state: 'returned' }],
      ['document.approved', { state: 'submitted', signerPostId }, { state: 'approved', signerPostId }],
      ['document.sent', { state: 'issued' }, { state: 'sent' }],
      ['document.completed', { state: 'sent' }, { state: 'completed' }],
    ] as const) {
      expect(only(entries, action)).toEqual({ action, before: digest(before), after: digest(after) });
    }
    const { symbol, issuedOn, digest: content } = sent;
    expect(only(entries, 'document.issued')).toMatchObject({
      before: digest({ state: 'approved' }),
      after: digest({ state: 'issued', symbol, issuedOn, digest: content }),
    });

    const arrival = await arrivalAt(other, sent);
    await other.clerk.post(`/arrivals/${arrival.id}/accept`);
    await other.clerk.post(`/arrivals/${arrival.id}/complete`);
    const arrived = await trailOf('arrival', arrival.id);
    expect(only(arrived, 'arrival.arrived')).toMatchObject({ before: null, after: digest({ state: 'arrived' }) });
    expect(only(arrived, 'arrival.accepted').before).toBe(digest({ state: 'arrived' }));
    expect(only(arrived, 'arrival.completed')).toMatchObject({
      before: digest({ state: 'accepted' }),
      after: digest({ state: 'completed' }),
    });
    const refused = await arrivalAt(other, await documentIn('sent', office, [other.agencyId]));
    await other.clerk.post(`/arrivals/${refused.id}/refuse`, { reason: 'Gửi nhầm nơi nhận' });
    expect(only(await trailOf('arrival', refused.id), 'arrival.refused')).toMatchObject({
      before: digest({ state: 'arrived' }),
      after: digest({ state: 'refused', reason: 'Gửi nhầm nơi nhận' }),
    });
  });

  it('of a group and its members', async () => {
    const body = { kind: 'list', name: `Danh sách ${newId()}` };
    const { id } = (await office.clerk.post('/recipient-groups', body)).as(RecipientGroupView);
    await office.clerk.post(`/recipient-groups/${id}/members`, { agencyIds: [other.agencyId] });
    await office.clerk.call('DELETE', `/recipient-groups/${id}/members/${other.agencyId}`);
    const { version } = (await office.clerk.get(`/recipient-groups/${id}`)).as(RecipientGroupView);
    const json = { name: `Danh sách ${newId()}`, levels: [], parentId: null };
    await office.clerk.call('PUT', `/recipient-groups/${id}`, { json, headers: ifMatch(version) });
    await office.clerk.call('DELETE', `/recipient-groups/${id}`);
    expect(await kindsOf('recipient-group', id)).toEqual([
      'recipient-group.created -+',
      'recipient-group.members-added -+',
      'recipient-group.member-removed +-',
      'recipient-group.edited ++',
      'recipient-group.deleted +-',
    ]);
    const entries = await trailOf('recipient-group', id);
    expect(entries[2]?.before).toBe(entries[1]?.after);
    expect(entries[4]?.before).toBe(entries[3]?.after);
  });

  it('of people and their posts', async () => {
    const post = { agencyId: office.agencyId, role: 'civil-servant', position: 'Chuyên viên' };
    const body = { fullName: 'Đinh Công Ước', userName: `uoc.${newId()}`, post };
    const { id, posts } = (await administrator.post('/people', body)).as(PersonView);
    const json = { fullName: 'Đinh Công Mới', email: null };
    await administrator.call('PUT', `/people/${id}`, { json, headers: ifMatch(1) });
    await administrator.post(`/people/${id}/posts`, { ...post, role: 'archivist', position: 'Lưu trữ' });
    await administrator.call('PUT', `/posts/${posts[0]?.id}`, { json: { position: 'Chuyên viên chính' } });
    await administrator.post(`/people/${id}/disable`, { reason: 'Nghỉ việc' });
    await administrator.post(`/people/${id}/enable`);
    expect(await kindsOf('person', id)).toEqual([
      'person.added -+',
      'person.edited ++',
      'post.added -+',
      'post.changed ++',
      'person.disabled ++',
      'person.enabled ++',
    ]);
  });

  it('of second factors, and of the rules about them', async () => {
    const { by } = await enrolTotp(app, other.leader);
    const { id: personId } = by.session.person;
    const [factor] = await app.server
      .get(Database)
      .query<{ id: string }>('SELECT id FROM totp_factors WHERE person_id = $1', [personId]);
    await by.call('PUT', `/account/second-factors/${factor?.id}`, { json: { name: 'Máy bàn' } });
    await by.call('DELETE', `/account/second-factors/${factor?.id}`);
    const entries = (await kindsOf('person', personId)).filter((kind) => kind.startsWith('second-factor.'));
    expect(entries).toEqual(['second-factor.enrolled -+', 'second-factor.renamed ++', 'second-factor.removed +-']);
    const renamed = only(await trailOf('person', personId), 'second-factor.renamed');
    expect(renamed.before).toBe(digest({ id: factor?.id, name: 'Điện thoại' }));
    expect(only(await trailOf('person', personId), 'second-factor.removed').before).toBe(renamed.after);
    await system.call('PUT', '/second-factor-rules', { json: { roles: ['archivist'] } });
    await system.call('PUT', '/second-factor-rules', { json: { roles: [] } });
    const [first, second] = await trailOf('second-factor-rules', 'installation');
    expect([first?.before, first?.after]).toEqual([second?.after, second?.before]);
  });

  it('of another system that is connected', async () => {
    const scopes = ['document:read', 'document:draft'];
    const body = { name: 'Một cửa', agencyId: office.agencyId, role: 'civil-servant', scopes };
    const { id } = (await administrator.post('/api-clients', body)).as(ApiClientView);
    const secret = (await administrator.post(`/api-clients/${id}/secrets`, {})).as(GivenClientSecret);
    await administrator.call('DELETE', `/api-clients/${id}/secrets/${secret.id}`);
    const { version } = (await administrator.get(`/api-clients/${id}`)).as(ApiClientView);
    const json = { name: 'Một cửa điện tử', scopes: ['document:read'] };
    await administrator.call('PUT', `/api-clients/${id}`, { json, headers: ifMatch(version) });
    await administrator.post(`/api-clients/${id}/disable`, { reason: 'Thay phần mềm' });
    expect(await kindsOf('api-client', id)).toEqual([
      'api-client.added -+',
      'api-client.secret-added -+',
      'api-client.secret-removed +-',
      'api-client.edited ++',
      'api-client.disabled ++',
    ]);
  });

  it('of a plan of reorganisation', async () => {
    const plan = { title: 'Sắp xếp sở', legalBasis: 'Nghị quyết 18-NQ/TW', effectiveOn: today, steps: [] };
    const { id } = (await system.post('/reorganisation-plans', plan)).as(PlanView);
    const json = { ...plan, title: 'Sắp xếp sở, ngành' };
    await system.call('PUT', `/reorganisation-plans/${id}`, { json, headers: ifMatch(1) });
    await system.post(`/reorganisation-plans/${id}/cancel`, {}, ifMatch(2));
    const entries = await trailOf('reorganisation', id);
    expect(entries).toEqual([
      { action: 'reorganisation.drafted', before: null, after: digest(plan) },
      { action: 'reorganisation.edited', before: digest(plan), after: digest(json) },
      {
        action: 'reorganisation.cancelled',
        before: digest({ state: 'draft' }),
        after: digest({ state: 'cancelled' }),
      },
    ]);
  });

  it('of an agency’s contact and of its units', async () => {
    const path = `/agencies/${office.agencyId}`;
    const { version } = (await administrator.get(path)).as(AgencyDetails);
    const json = { address: 'Số 1 Lê Lợi', email: '', phone: '' };
    await administrator.call('PUT', `${path}/contact`, { json, headers: ifMatch(version) });
    const { items } = (await administrator.post(`${path}/units`, { name: 'Phòng Tổng hợp' })).as(UnitList);
    const id = items.find(({ name }) => name === 'Phòng Tổng hợp')?.id ?? '';
    await administrator.call('PUT', `/units/${id}`, { json: { name: 'Phòng Tổng hợp 2', parentId: null } });
    await administrator.post(`/units/${id}/close`);
    expect(await kindsOf('agency', office.agencyId)).toEqual(
      expect.arrayContaining(['agency.contact-edited ++', 'unit.added -+', 'unit.edited ++', 'unit.closed ++']),
    );
  });
});
