import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AgencyPage,
  type AgencyView,
  DeliveryPage,
  DocumentPage,
  DocumentView,
  GroupMemberPage,
  RecipientGroupPage,
  RecipientGroupView,
  RecordedMembersPage,
} from '#contracts';
import { newId } from '#kernel';
import type { Answer } from './support/answer.js';
import { type Askers, askersOf } from './support/askers.js';
import type { Caller } from './support/caller.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { draftBody, upload } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { expectRefused, expectSameAnswer } from './support/expect-refusals.js';

let desk: Desk;
let askers: Askers;
let agencies: readonly AgencyView[];

beforeAll(async () => {
  desk = await deskWithEverything();
  askers = await askersOf(desk);
  agencies = (await desk.sender.clerk.get('/agencies?limit=200')).as(AgencyPage).items;
});

afterAll(async () => {
  await desk.app.stop();
});

const who = (name: string): Caller => {
  const caller = askers[name];
  if (caller === undefined) {
    throw new Error(`nobody is called ${name}`);
  }
  return caller;
};
const idOf = (code: string): string => agencies.find((agency) => agency.code === code)?.id ?? '';
const ofLevels = (...levels: string[]): AgencyView[] => agencies.filter(({ level }) => levels.includes(level));

async function groupNamed(by: Caller, name: string): Promise<RecipientGroupView> {
  const found = (await by.get(`/recipient-groups?search=${encodeURIComponent(name)}`)).as(RecipientGroupPage).items;
  const group = found.find((one) => one.name === name);
  if (group === undefined) {
    throw new Error(`there is no group ${name}`);
  }
  return group;
}

async function aList(codes: readonly string[], by = desk.sender.clerk): Promise<RecipientGroupView> {
  const wish = { kind: 'list', name: `Danh sách ${newId()}` };
  const group = (await by.post('/recipient-groups', wish)).as(RecipientGroupView);
  if (codes.length === 0) {
    return group;
  }
  return (await add(group.id, codes, by)).as(RecipientGroupView);
}

async function add(groupId: string, codes: readonly string[], by = desk.sender.clerk): Promise<Answer> {
  return by.post(`/recipient-groups/${groupId}/members`, { agencyIds: codes.map(idOf) });
}

const toGroups = (...groups: readonly RecipientGroupView[]): object => ({
  groups: groups.map(({ id }) => ({ groupId: id })),
});

/** A document as far as its number, for these groups and agencies. */
async function issuedFor(overrides: object, recipients: readonly string[] = []): Promise<DocumentView> {
  const { civilServant, leader, clerk } = desk.sender;
  const { id } = (await civilServant.post('/documents', draftBody(desk.sender, recipients, overrides))).as(
    DocumentView,
  );
  await upload(civilServant, id);
  (await civilServant.post(`/documents/${id}/submit`)).as(DocumentView);
  (await leader.post(`/documents/${id}/approve`)).as(DocumentView);
  return (await clerk.post(`/documents/${id}/issue`)).as(DocumentView);
}

const send = async ({ id }: DocumentView): Promise<Answer> => desk.sender.clerk.post(`/documents/${id}/send`);

async function recipientsOf({ id }: DocumentView): Promise<string[]> {
  const page = (await desk.sender.clerk.get(`/documents/${id}/deliveries?limit=200`)).as(DeliveryPage);
  return page.items.map(({ recipient }) => recipient.code);
}

const codesOf = (found: readonly AgencyView[]): string[] => found.map(({ code }) => code).toSorted();

describe('groups for everybody', () => {
  it('are there from the first day, and stand for the agencies of their levels, the reader’s own left out', async () => {
    const group = await groupNamed(desk.sender.clerk, 'Các sở, ban, ngành');
    const members = ofLevels('department', 'equivalent-agency').filter(({ code }) => code !== 'H28.02');
    expect(group).toMatchObject({ shared: true, mayManage: false, memberCount: members.length });
    const page = (await desk.sender.clerk.get(`/recipient-groups/${group.id}/members?limit=200`)).as(GroupMemberPage);
    expect(page.items.map(({ agency }) => agency.code)).toEqual(codesOf(members));
    const districts = await groupNamed(desk.recipient.clerk, 'Các huyện, thành phố');
    expect(districts.memberCount).toBe(ofLevels('district').length - 1);
    const all = await groupNamed(desk.recipient.clerk, 'Các sở, ban, ngành');
    expect(all.memberCount).toBe(members.length + 1);
  });

  it('are the system administrator’s to keep', async () => {
    const group = await groupNamed(desk.sender.clerk, 'Các sở, ban, ngành');
    const path = `/recipient-groups/${group.id}`;
    const wish = { kind: 'list', name: 'Nhóm cho mọi người', shared: true };
    for (const name of ['clerk', 'administrator']) {
      expectProblem(await who(name).post('/recipient-groups', wish), 'permission.denied');
      expectProblem(await who(name).call('DELETE', path), 'permission.denied');
    }
    const made = (await who('system').post('/recipient-groups', wish)).as(RecipientGroupView);
    expect(made).toMatchObject({ shared: true, mayManage: true });
    expect((await groupNamed(desk.stranger.clerk, wish.name)).mayManage).toBe(false);
    expect((await who('system').call('DELETE', `/recipient-groups/${made.id}`)).status).toBe(204);
  });
});

describe('a list of the own agency', () => {
  it('is kept by its clerks and administrators, read by who sends, and nobody’s elsewhere', async () => {
    const group = await aList(['H28.03', 'H28.04']);
    const path = `/recipient-groups/${group.id}`;
    expect(group).toMatchObject({ shared: false, mayManage: true, memberCount: 2, version: 2 });
    for (const name of ['drafter', 'leader', 'administrator']) {
      expect((await who(name).get(path)).status, name).toBe(200);
    }
    for (const name of ['drafter', 'leader']) {
      expectProblem(await who(name).post(`${path}/members`, { agencyIds: [idOf('H28.05')] }), 'permission.denied');
      expectProblem(await who(name).post('/recipient-groups', { kind: 'list', name: 'Nhóm' }), 'permission.denied');
    }
    for (const name of ['archivist', 'auditor']) {
      expectProblem(await who(name).get('/recipient-groups'), 'permission.denied');
    }
    const unknown = `/recipient-groups/${newId()}`;
    expectSameAnswer(await desk.stranger.clerk.get(path), await desk.stranger.clerk.get(unknown));
    expectProblem(await desk.stranger.clerk.get(`${path}/members`), 'not-found');
    expectProblem(await desk.stranger.clerk.call('DELETE', path), 'not-found');
  });

  it('takes agencies on and off, each once, and tells a version that was changed meanwhile', async () => {
    const group = await aList(['H28.03']);
    const path = `/recipient-groups/${group.id}`;
    expect((await add(group.id, ['H28.03', 'H28.04'])).as(RecipientGroupView)).toMatchObject({
      memberCount: 2,
      version: 3,
    });
    expect((await desk.sender.clerk.call('DELETE', `${path}/members/${idOf('H28.03')}`)).status).toBe(204);
    expectProblem(await desk.sender.clerk.call('DELETE', `${path}/members/${idOf('H28.03')}`), 'not-found');
    const rename = (version: number) =>
      desk.sender.clerk.call('PUT', path, {
        headers: { 'if-match': `"${version}"` },
        json: { name: `Đổi tên ${newId()}` },
      });
    expectProblem(await rename(3), 'group.stale');
    expect((await rename(4)).as(RecipientGroupView).version).toBe(5);
    const noVersion = await desk.sender.clerk.call('PUT', path, { json: { name: 'x' } });
    expectProblem(noVersion, 'request.precondition-required');
  });

  it('has a name of its own within the agency, whatever the case', async () => {
    const { id, name } = await aList([]);
    await expectRefused(desk.app, 'group.name-taken', (headers) =>
      desk.sender.clerk.post('/recipient-groups', { kind: 'list', name: name.toUpperCase() }, headers),
    );
    (await desk.stranger.clerk.post('/recipient-groups', { kind: 'list', name })).as(RecipientGroupView);
    expect((await desk.sender.clerk.call('DELETE', `/recipient-groups/${id}`)).status).toBe(204);
    const twice = await Promise.all(
      [1, 2].map(() => desk.sender.clerk.post('/recipient-groups', { kind: 'list', name })),
    );
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it('refuses what it can’t be', async () => {
    const group = await aList([]);
    const post = (path: string, json: object) => (headers: Readonly<Record<string, string>>) =>
      desk.sender.clerk.post(path, json, headers);
    const groups = '/recipient-groups';
    await expectRefused(desk.app, 'group.levels-wrong', post(groups, { kind: 'level', name: 'Không cấp' }));
    const mixed = { kind: 'list', name: 'Có cấp', levels: ['commune'] };
    await expectRefused(desk.app, 'group.levels-wrong', post(groups, mixed));
    const members = `${groups}/${group.id}/members`;
    await expectRefused(desk.app, 'group.unknown-agency', post(members, { agencyIds: [newId()] }));
    const under = { kind: 'level', name: 'Dưới không ai', levels: ['commune'], parentId: newId() };
    await expectRefused(desk.app, 'group.unknown-agency', post(groups, under));
    const byLevel = { kind: 'level', name: `Theo cấp ${newId()}`, levels: ['district'] };
    const { id } = (await desk.sender.clerk.post(groups, byLevel)).as(RecipientGroupView);
    const add = post(`${groups}/${id}/members`, { agencyIds: [idOf('H28.03')] });
    await expectRefused(desk.app, 'group.not-a-list', add);
  });

  it('goes page by page', async () => {
    const group = await aList(['H28.03', 'H28.04', 'H28.05']);
    const path = `/recipient-groups/${group.id}/members?limit=2`;
    const first = (await desk.sender.clerk.get(path)).as(GroupMemberPage);
    const second = (await desk.sender.clerk.get(`${path}&after=${first.next}`)).as(GroupMemberPage);
    const codes = [...first.items, ...second.items].map(({ agency }) => agency.code);
    expect(codes).toEqual(['H28.03', 'H28.04', 'H28.05']);
    expect(second.next).toBeNull();
    const groups = (await desk.sender.clerk.get('/recipient-groups?limit=2')).as(RecipientGroupPage);
    const rest = (await desk.sender.clerk.get(`/recipient-groups?limit=200&after=${groups.next}`)).as(
      RecipientGroupPage,
    );
    const ids = [...groups.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expectProblem(await desk.sender.clerk.get('/recipient-groups?after=x'), 'request.invalid');
  });
});

describe('a document for groups', () => {
  it('goes to each agency once, named ones first, and keeps on record whom the groups stood for', async () => {
    const [one, two] = [await aList(['H28.03', 'H28.04', 'H28.02']), await aList(['H28.04', 'H28.05'])];
    const groups = [
      { groupId: one.id, channel: 'electronic-with-paper', paperReason: { code: 'paper-value' } },
      { groupId: two.id, channel: 'paper', paperReason: { code: 'on-request' } },
    ];
    const document = await issuedFor({ groups }, [idOf('H28.05'), idOf('H28.06')]);
    expect(document.groups).toMatchObject([
      { id: one.id, name: one.name, memberCount: 2, isRecorded: false },
      { id: two.id, memberCount: 2, isRecorded: false },
    ]);
    const [summary] = (await desk.sender.clerk.get('/documents?box=to-send&limit=1')).as(DocumentPage).items;
    expect(summary).toMatchObject({ id: document.id, recipientCount: 2, groupCount: 2 });
    const sent = (await send(document)).as(DocumentView);
    expect(await recipientsOf(document)).toEqual(['H28.05', 'H28.06', 'H28.03', 'H28.04']);
    const page = (await desk.sender.clerk.get(`/documents/${document.id}/deliveries`)).as(DeliveryPage);
    const channels = page.items.map(({ channel }) => channel);
    expect(channels).toEqual(['electronic', 'electronic', 'electronic-with-paper', 'electronic-with-paper']);
    expect(sent.groups).toMatchObject([
      { isRecorded: true, memberCount: 2 },
      { isRecorded: true, memberCount: 2 },
    ]);

    // What happens to the group afterwards changes nothing of what was sent.
    await add(one.id, ['H28.07']);
    await desk.sender.clerk.call('DELETE', `/recipient-groups/${one.id}`);
    const later = (await desk.sender.clerk.get(`/documents/${document.id}`)).as(DocumentView);
    expect(later.groups[0]).toMatchObject({ name: one.name, memberCount: 2, isDeleted: true });
    const record = `/documents/${document.id}/groups/${one.id}/members`;
    const members = (await desk.sender.clerk.get(record)).as(RecordedMembersPage).items;
    expect(members.map(({ code, name }) => [code, name])).toEqual([
      ['H28.03', 'Sở Tư pháp'],
      ['H28.04', 'Sở Kế hoạch và Đầu tư'],
    ]);
    expectProblem(await desk.stranger.clerk.get(record), 'not-found');
  });

  it('takes the group as it is when it is sent, not as it was in the draft', async () => {
    const group = await aList(['H28.03']);
    const document = await issuedFor(toGroups(group));
    await add(group.id, ['H28.04']);
    await desk.sender.clerk.call('DELETE', `/recipient-groups/${group.id}/members/${idOf('H28.03')}`);
    (await send(document)).as(DocumentView);
    expect(await recipientsOf(document)).toEqual(['H28.04']);
  });

  it('is not sent to a group that is empty or was deleted, and says which', async () => {
    const [empty, onlySelf, deleted] = [await aList([]), await aList(['H28.02']), await aList(['H28.03'])];
    for (const group of [empty, onlySelf]) {
      const document = await issuedFor(toGroups(group), [idOf('H28.06')]);
      await expectRefused(desk.app, 'document.group-empty', (headers) =>
        desk.sender.clerk.post(`/documents/${document.id}/send`, {}, headers),
      );
      expect((await send(document)).problem().detail).toContain(group.name);
    }
    const document = await issuedFor(toGroups(deleted));
    await desk.sender.clerk.call('DELETE', `/recipient-groups/${deleted.id}`);
    await expectRefused(desk.app, 'document.group-deleted', (headers) =>
      desk.sender.clerk.post(`/documents/${document.id}/send`, {}, headers),
    );
    expect((await send(document)).problem().detail).toContain(deleted.name);
  });

  it('names only groups that are there, one’s own or shared, and each once', async () => {
    const [own, foreign] = [await aList(['H28.03']), await aList(['H28.04'], desk.stranger.clerk)];
    const gone = await aList(['H28.03']);
    await desk.sender.clerk.call('DELETE', `/recipient-groups/${gone.id}`);
    const draft = (groups: readonly string[]) => (headers: Readonly<Record<string, string>>) => {
      const overrides = { groups: groups.map((groupId) => ({ groupId })) };
      return desk.sender.civilServant.post('/documents', draftBody(desk.sender, [], overrides), headers);
    };
    await expectRefused(desk.app, 'document.unknown-group', draft([newId()]));
    await expectRefused(desk.app, 'document.unknown-group', draft([foreign.id]));
    await expectRefused(desk.app, 'document.group-deleted', draft([gone.id]));
    await expectRefused(desk.app, 'document.group-twice', draft([own.id, own.id]));
  });
});
