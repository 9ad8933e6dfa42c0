import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, DraftDocument as Draft, type NewAgencyOfPlan, type PlanStep } from '#contracts';
import type { Agency } from '#directory';
import { ApproveDocument, DocumentQuery, DraftDocument, EditDocument, IssueDocument, SubmitDocument } from '#documents';
import { DeliverDispatch, DispatchDocument, OutgoingDocumentsQuery } from '#exchange';
import { AcceptArrival, ArrivalQuery, ArrivalsQuery, CompleteArrival } from '#incoming';
import { newId } from '#kernel';
import type { Database } from '#platform';
import {
  ApplyPlan,
  CancelPlan,
  DraftPlan,
  EditPlan,
  PlanCheckQuery,
  PlanPostsQuery,
  PlanQuery,
  SchedulePlan,
  TakeEffect,
} from '#reorganisation';
import {
  aDocument,
  anActor,
  anAgency,
  anArrival,
  anAttachment,
  aPost,
  createTestDatabase,
  type TestDatabase,
  waitUntil,
} from '#testing';
import { ExchangeWorld } from './exchange-world.js';

const before = new Date('2025-06-30T10:00:00Z');
/** 00:00:30 on 1 July in Vietnam. */
const midnight = new Date('2025-06-30T17:00:30Z');
const day = '2025-07-01';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let database: Database;
let administrator: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  database = world.database;
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  world.clock.moment = before;
  const post = await aPost(database, { role: 'system-administrator' });
  administrator = anActor({ ...post, postId: post.id, agencyId: post.agencyId, role: 'system-administrator' });
});

/** Somebody with a post, as a session would have them today. */
async function actorIn(agencyId: string, role: Actor['role']): Promise<Actor> {
  const post = await aPost(database, { agencyId, role });
  return actorOf(post.id);
}

async function actorOf(postId: string): Promise<Actor> {
  const [post] = await database.query<Pick<Actor, 'personId' | 'agencyId' | 'role' | 'predecessorIds'>>(
    `SELECT person_id AS "personId", agency_id AS "agencyId", role, predecessors(agency_id) AS "predecessorIds"
       FROM posts WHERE id = $1`,
    [postId],
  );
  return anActor({ ...post, postId });
}

/** The same person in the post that the reorganisation gave them. */
async function afterwards(actor: Actor): Promise<Actor> {
  const [moved] = await database.query<{ postId: string }>(
    'SELECT to_post_id AS "postId" FROM reorganisation_moved_posts WHERE from_post_id = $1',
    [actor.postId],
  );
  return actorOf(moved?.postId ?? '');
}

function merge(agencies: readonly Agency[], into: Agency, childrenFollow = true): PlanStep {
  return { kind: 'merge', agencyIds: agencies.map(({ id }) => id), into: { agencyId: into.id }, childrenFollow };
}

function part(overrides: Partial<NewAgencyOfPlan> = {}): NewAgencyOfPlan {
  const code = `N.${newId().slice(-12).toUpperCase()}`;
  return {
    code,
    code102: null,
    name: `Xã ${code}`,
    abbreviation: 'UBND',
    level: 'commune',
    parent: null,
    ...overrides,
  };
}

async function draft(steps: PlanStep[], effectiveOn = day): Promise<string> {
  const plan = { title: 'Sắp xếp', legalBasis: 'Nghị quyết 202/2025/QH15', effectiveOn, steps };
  return world.get(DraftPlan).execute(administrator, plan);
}

async function scheduled(steps: PlanStep[]): Promise<string> {
  const id = await draft(steps);
  await world.get(SchedulePlan).execute(administrator, id, 1);
  return id;
}

async function atMidnight(): Promise<void> {
  world.clock.moment = midnight;
  await world.get(TakeEffect).execute();
}

async function stateOf(planId: string): Promise<string> {
  return (await world.get(PlanQuery).view(administrator, planId, 'vi')).state;
}

/** Whether somebody waits for the structure of the agencies, to change it or to work under it. */
async function isWaiting(mode: 'ExclusiveLock' | 'ShareLock'): Promise<boolean> {
  const waiting = await world.count(
    `pg_locks WHERE locktype = 'advisory' AND NOT granted AND mode = $1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [mode],
  );
  return waiting > 0;
}

/** Holds one piece of work back until another opens it. */
function aGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

async function one<Row = Record<string, unknown>>(sql: string, values: readonly unknown[]): Promise<Row> {
  const [row] = await database.query<Row>(sql, values);
  if (row === undefined) {
    throw new Error('there is no such row');
  }
  return row;
}

describe('a plan on its way to its day', () => {
  it('is not for people who are no system administrators', async () => {
    const clerk = await world.aClerk();
    const plan = { title: 'Sắp xếp', legalBasis: 'Không', effectiveOn: day, steps: [] };
    await expect(world.get(DraftPlan).execute(clerk, plan)).rejects.toThrow('permission.denied');
    const id = await draft([]);
    await expect(world.get(PlanQuery).view(clerk, id, 'vi')).rejects.toThrow('permission.denied');
    const auditor = anActor({ role: 'auditor' });
    await expect(world.get(PlanQuery).view(auditor, id, 'vi')).resolves.toMatchObject({ actions: [] });
    await expect(world.get(CancelPlan).execute(auditor, id, 1)).rejects.toThrow('permission.denied');
    await expect(world.get(ApplyPlan).execute(auditor, id, 1)).rejects.toThrow('permission.denied');
  });

  it('can’t be scheduled with a fault, and says in words what the fault is', async () => {
    const agency = await anAgency(database);
    const into = await anAgency(database, { validTo: '2020-01-01', name: 'Sở đã kết thúc' });
    const id = await draft([merge([agency], into)]);
    await expect(world.get(SchedulePlan).execute(administrator, id, 1)).rejects.toThrow('reorganisation.has-faults');
    const { faults, findings } = await world.get(PlanCheckQuery).check(administrator, id, 'vi');
    expect(faults).toBe(1);
    expect(findings[0]?.sentence).toBe(
      '“Sở đã kết thúc” không hoạt động vào ngày trước 01/07/2025, nên không sắp xếp được.',
    );
    expect(await stateOf(id)).toBe('draft');
  });

  it('is edited on the version that was seen, and only before it is scheduled', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await draft([]);
    const plan = { title: 'Sắp xếp lại', legalBasis: 'NQ', effectiveOn: day, steps: [merge([a], b)] };
    await world.get(EditPlan).execute(administrator, { planId: id, version: 1, plan });
    await expect(world.get(EditPlan).execute(administrator, { planId: id, version: 1, plan })).rejects.toThrow(
      'reorganisation.stale',
    );
    await world.get(SchedulePlan).execute(administrator, id, 2);
    await expect(world.get(EditPlan).execute(administrator, { planId: id, version: 3, plan })).rejects.toThrow(
      'reorganisation.wrong-state',
    );
  });

  it('does nothing before midnight in Vietnam, and nothing at all once it was cancelled', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await scheduled([merge([a], b)]);
    world.clock.moment = new Date('2025-06-30T16:59:59Z');
    await world.get(TakeEffect).execute();
    expect(await stateOf(id)).toBe('scheduled');
    await world.get(CancelPlan).execute(administrator, id, 2);
    await atMidnight();
    expect(await stateOf(id)).toBe('cancelled');
    expect(await one('SELECT valid_to FROM agencies WHERE id = $1', [a.id])).toEqual({ valid_to: null });
  });

  it('takes effect once when two processes look at it in the same moment', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const clerk = await actorIn(a.id, 'clerk');
    const id = await scheduled([merge([a], b)]);
    world.clock.moment = midnight;
    await Promise.all([
      world.get(TakeEffect).execute(),
      world.get(TakeEffect).execute(),
      world.get(TakeEffect).execute(),
    ]);
    expect(await stateOf(id)).toBe('effective');
    expect(await world.count('posts WHERE person_id = $1', [clerk.personId])).toBe(2);
    expect(
      await world.count(`audit_entries WHERE object_id = $1 AND action = 'reorganisation.took-effect'`, [id]),
    ).toBe(1);
  });

  it('is set aside whole, with the reason, when its day finds a fault that was not there before', async () => {
    const [a, b, c] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const id = await scheduled([
      merge([a], b),
      { kind: 'rename', agencyId: c.id, name: 'Tên mới', abbreviation: 'TM' },
    ]);
    await database.query(`UPDATE agencies SET valid_to = '2025-06-29' WHERE id = $1`, [b.id]);
    await atMidnight();
    const view = await world.get(PlanQuery).view(administrator, id, 'en');
    expect(view.state).toBe('failed');
    expect(view.failure.map(({ code }) => code)).toEqual(['not-open']);
    expect(view.failure[0]?.sentence).toContain('is not open on the day before 01/07/2025');
    expect(await one('SELECT name, valid_to FROM agencies WHERE id = $1', [c.id])).toEqual({
      name: c.name,
      valid_to: null,
    });
    expect(await world.count('agency_successions WHERE predecessor_id = $1', [a.id])).toBe(0);
  });

  it('takes effect late rather than never when nothing ran at its midnight', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await scheduled([merge([a], b)]);
    world.clock.moment = new Date('2025-07-03T02:00:00Z');
    await world.get(TakeEffect).execute();
    expect(await stateOf(id)).toBe('effective');
    expect(await one('SELECT valid_to FROM agencies WHERE id = $1', [a.id])).toEqual({ valid_to: '2025-06-30' });
  });

  it('takes effect at once by hand on its day, and on no other', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const id = await draft([merge([a], b)]);
    await expect(world.get(ApplyPlan).execute(administrator, id, 1)).rejects.toThrow('reorganisation.not-today');
    world.clock.moment = midnight;
    await world.get(ApplyPlan).execute(administrator, id, 1);
    expect(await stateOf(id)).toBe('effective');
    await expect(world.get(ApplyPlan).execute(administrator, id, 2)).rejects.toThrow('reorganisation.wrong-state');
  });
});

describe('agencies after the day', () => {
  it('keep their ids and leave what they were in their versions', async () => {
    const [a, parent] = [await anAgency(database), await anAgency(database)];
    const code = `M.${newId().slice(-12).toUpperCase()}`;
    await scheduled([
      { kind: 'rename', agencyId: a.id, name: 'Sở Nội vụ mới', abbreviation: 'SNVM' },
      { kind: 'new-code', agencyId: a.id, code, code102: '000.00.01.M' },
      { kind: 'move', agencyId: a.id, parent: { agencyId: parent.id } },
    ]);
    await atMidnight();
    expect(
      await one(
        `SELECT code, code102, name, abbreviation, parent_id AS "parentId", valid_to FROM agencies WHERE id = $1`,
        [a.id],
      ),
    ).toEqual({
      code,
      code102: '000.00.01.M',
      name: 'Sở Nội vụ mới',
      abbreviation: 'SNVM',
      parentId: parent.id,
      valid_to: null,
    });
    expect(
      await one(`SELECT code, name, valid_from, valid_to FROM agency_versions WHERE agency_id = $1`, [a.id]),
    ).toEqual({ code: a.code, name: a.name, valid_from: '2000-01-01', valid_to: '2025-06-30' });
  });

  it('that were split leave their people where the plan sends them, and everyone else with the lead', async () => {
    const a = await anAgency(database);
    const [chief, clerk] = [await actorIn(a.id, 'leader'), await actorIn(a.id, 'clerk')];
    const [first, second] = [part({ parent: { agencyId: administrator.agencyId } }), part()];
    const child = await anAgency(database, { parentId: a.id });
    const id = await scheduled([
      {
        kind: 'split',
        agencyId: a.id,
        closes: true,
        parts: [first, { ...second, parent: { newCode: first.code } }],
        leadCode: first.code,
        posts: [{ postId: clerk.postId, partCode: second.code }],
        childrenFollow: true,
      },
    ]);
    const planned = await world.get(PlanPostsQuery).page(administrator, id, { limit: 50 });
    await atMidnight();
    const codeAt = async (actor: Actor): Promise<unknown> =>
      (await one('SELECT code FROM agencies WHERE id = $1', [(await afterwards(actor)).agencyId]))['code'];
    expect(await codeAt(chief)).toBe(first.code);
    expect(await codeAt(clerk)).toBe(second.code);
    const { items } = await world.get(PlanPostsQuery).page(administrator, id, { limit: 50 });
    expect(items.map(({ postId, to }) => [postId, to?.code])).toEqual(
      planned.items.map(({ postId, to }) => [postId, to?.code]),
    );
    expect(
      await one(
        'SELECT parent.code FROM agencies AS child JOIN agencies AS parent ON parent.id = child.parent_id WHERE child.id = $1',
        [child.id],
      ),
    ).toEqual({ code: first.code });
    expect(await one('SELECT valid_to AS "validTo" FROM posts WHERE id = $1', [chief.postId])).toEqual({
      validTo: '2025-06-30',
    });
  });

  it('that go on after a part left them keep everybody but those who go with it', async () => {
    const a = await anAgency(database);
    const [leader, leaving, staying] = [
      await actorIn(a.id, 'leader'),
      await actorIn(a.id, 'civil-servant'),
      await actorIn(a.id, 'civil-servant'),
    ];
    const own = await aDocument(database, {
      agencyId: a.id,
      state: 'draft',
      drafterPostId: leaving.postId,
      signerPostId: leader.postId,
    });
    const kept = await aDocument(database, {
      agencyId: a.id,
      state: 'submitted',
      drafterPostId: staying.postId,
      signerPostId: leader.postId,
    });
    const leavingPart = part();
    await scheduled([
      {
        kind: 'split',
        agencyId: a.id,
        closes: false,
        parts: [leavingPart],
        leadCode: null,
        posts: [{ postId: leaving.postId, partCode: leavingPart.code }],
        childrenFollow: false,
      },
    ]);
    await atMidnight();
    expect(await one('SELECT valid_to AS "validTo" FROM agencies WHERE id = $1', [a.id])).toEqual({ validTo: null });
    expect(await one('SELECT valid_to AS "validTo" FROM posts WHERE id = $1', [staying.postId])).toEqual({
      validTo: null,
    });
    const gone = await afterwards(leaving);
    expect(gone.agencyId).not.toBe(a.id);
    expect(gone.predecessorIds).toEqual([]);
    expect(await one('SELECT agency_id AS "agencyId" FROM documents WHERE id = $1', [own.id])).toEqual({
      agencyId: gone.agencyId,
    });
    expect(await one('SELECT agency_id AS "agencyId", state FROM documents WHERE id = $1', [kept.id])).toEqual({
      agencyId: a.id,
      state: 'submitted',
    });
  });
});

describe('work after the day', () => {
  it('goes on at the successor: drafts with their drafters, and back from a leader who has gone', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const [drafter, leader] = [await actorIn(a.id, 'civil-servant'), await actorIn(a.id, 'leader')];
    const at = (state: 'draft' | 'submitted' | 'approved' | 'returned') =>
      aDocument(database, { agencyId: a.id, state, drafterPostId: drafter.postId, signerPostId: leader.postId });
    const documents = [await at('draft'), await at('submitted'), await at('approved'), await at('returned')];
    await scheduled([merge([a], b)]);
    await atMidnight();
    const [drafterNow, leaderNow] = [await afterwards(drafter), await afterwards(leader)];
    for (const [index, state] of ['draft', 'returned', 'returned', 'returned'].entries()) {
      const view = await world.get(DocumentQuery).view(drafterNow, documents[index]?.id ?? '');
      expect(view).toMatchObject({ state, agency: { id: b.id }, signerPostId: leaderNow.postId });
      expect(view.timeline.at(-1)?.note).toContain('Cơ quan được sắp xếp lại (Sắp xếp)');
    }
  });

  it('leaves no draft without somebody who may open it, when its drafter left long ago', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const gone = await aPost(database, { agencyId: a.id, validTo: '2024-01-01' });
    const leader = await actorIn(a.id, 'leader');
    const { id } = await aDocument(database, {
      agencyId: a.id,
      state: 'submitted',
      drafterPostId: gone.id,
      signerPostId: leader.postId,
    });
    await scheduled([merge([a], b)]);
    await atMidnight();
    await expect(world.get(DocumentQuery).view(await afterwards(leader), id)).resolves.toMatchObject({
      state: 'returned',
    });
  });

  it('that was issued keeps code, name and register, and the successor’s clerk sends it', async () => {
    const [a, b, recipient] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const clerk = await actorIn(a.id, 'clerk');
    const { id } = await world.anIssuedDocument(clerk, [recipient.id], 'electronic', {
      issuerName: a.name,
      issuerCode: a.code,
    });
    await scheduled([merge([a], b)]);
    await atMidnight();
    const now = await afterwards(clerk);
    await world.get(DispatchDocument).execute(now, id);
    expect(await world.get(DocumentQuery).view(now, id)).toMatchObject({
      state: 'sent',
      agency: { code: a.code, name: a.name },
    });
    const own = await world.get(OutgoingDocumentsQuery).page(now, { box: 'all', limit: 50 });
    const old = await world.get(OutgoingDocumentsQuery).page(now, { box: 'all', limit: 50, agencyId: a.id });
    expect(own.items.map((item) => item.id)).not.toContain(id);
    expect(old.items.map((item) => item.id)).toContain(id);
    const stranger = await world.aClerk();
    await expect(
      world.get(OutgoingDocumentsQuery).page(stranger, { box: 'all', limit: 50, agencyId: a.id }),
    ).rejects.toThrow('not-found');
    await expect(world.get(DocumentQuery).view(stranger, id)).rejects.toThrow('not-found');
  });

  it('that had arrived and was not registered is the successor’s, under both names; the rest stays in the closed register', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const clerk = await actorIn(a.id, 'clerk');
    const waiting = await anArrival(database, { agencyId: a.id });
    const registered = await anArrival(database, { agencyId: a.id });
    await world.get(AcceptArrival).execute(clerk, registered.id);
    await scheduled([merge([a], b)]);
    await atMidnight();
    const now = await afterwards(clerk);
    expect(await world.get(ArrivalQuery).view(now, waiting.id)).toMatchObject({
      addressee: { code: a.code, name: a.name },
    });
    await expect(world.get(AcceptArrival).execute(now, waiting.id)).resolves.toBe(1);
    const closed = await world.get(ArrivalsQuery).page(now, { box: 'all', limit: 50, agencyId: a.id });
    expect(closed.items.map(({ arrivalNumber, id }) => [id, arrivalNumber])).toEqual([[registered.id, 1]]);
    await world.get(CompleteArrival).execute(now, registered.id);
    expect(
      await one('SELECT agency_id AS "agencyId" FROM archive_entries WHERE source_id = $1', [registered.id]),
    ).toEqual({ agencyId: a.id });
  });

  it('that is on its way to a closed agency arrives at its successor, and says whom it was for', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const sender = await world.aClerk();
    const { id } = await world.anIssuedDocument(sender, [a.id]);
    await world.get(DispatchDocument).execute(sender, id);
    await scheduled([merge([a], b)]);
    await atMidnight();
    await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(id) });
    expect(
      await one(
        `SELECT arrival.agency_id AS "agencyId", addressee_name AS "addresseeName", recipient_id AS "recipientId"
                   FROM arrivals AS arrival JOIN deliveries ON deliveries.id = delivery_id WHERE document_id = $1`,
        [id],
      ),
    ).toEqual({ agencyId: b.id, addresseeName: expect.any(String), recipientId: a.id });
  });

  it('that is sent to a closed agency after the day goes to its successor; with no successor it is refused', async () => {
    const [a, b, c] = [await anAgency(database), await anAgency(database), await anAgency(database)];
    const sender = await world.aClerk();
    const toSuccessor = await world.anIssuedDocument(sender, [a.id]);
    const toNobody = await world.anIssuedDocument(sender, [c.id]);
    await scheduled([merge([a], b), { kind: 'dissolve', agencyId: c.id, successor: null, childrenFollow: false }]);
    await atMidnight();
    await world.get(DispatchDocument).execute(sender, toSuccessor.id);
    await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(toSuccessor.id) });
    expect(await world.count('arrivals WHERE agency_id = $1', [b.id])).toBe(1);
    await expect(world.get(DispatchDocument).execute(sender, toNobody.id)).rejects.toThrow(
      'document.unknown-recipient',
    );
  });

  it('names the successor to a drafter whose recipient was closed', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const drafter = await world.aClerk();
    const leader = await actorIn(drafter.agencyId, 'leader');
    await scheduled([merge([a], b)]);
    await atMidnight();
    const draft = Draft.parse({
      typeCode: 'quyet-dinh',
      subject: 'Về việc gửi nơi nhận cũ',
      signerPostId: leader.postId,
      recipients: [{ agencyId: a.id, channel: 'electronic' }],
    });
    const refused = world.get(DraftDocument).execute(drafter, draft);
    await expect(refused).rejects.toMatchObject({
      code: 'document.recipient-succeeded',
      params: { name: a.name, successor: b.name },
    });
  });

  it('finds the registers of a closed agency closed', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    await scheduled([merge([a], b)]);
    await atMidnight();
    const left = await anArrival(database, { agencyId: a.id });
    const clerk = await world.aClerk(b.id);
    const successor = await actorOf(clerk.postId);
    await expect(world.get(AcceptArrival).execute(successor, left.id)).rejects.toThrow('register.closed');
  });
});

describe('work in the moment of the day', () => {
  it('is done before it or refused after it, and never half of both', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const [drafter, leader, clerk] = [
      await actorIn(a.id, 'civil-servant'),
      await actorIn(a.id, 'leader'),
      await actorIn(a.id, 'clerk'),
    ];
    const recipient = await anAgency(database);
    const posts = { drafterPostId: drafter.postId, signerPostId: leader.postId };
    const many = Array.from({ length: 12 });
    const toIssue = await Promise.all(
      many.map(() => world.anIssuedDocument(clerk, [recipient.id], 'electronic', { state: 'approved', ...posts })),
    );
    const toSend = await Promise.all(
      many.map(() => world.anIssuedDocument(clerk, [recipient.id], 'electronic', posts)),
    );
    const toAccept = await Promise.all(many.map(() => anArrival(database, { agencyId: a.id })));
    await scheduled([merge([a], b)]);
    world.clock.moment = midnight;
    const outcomes = await Promise.allSettled([
      ...toIssue.slice(0, 6).map(({ id }) => world.get(IssueDocument).execute(clerk, id)),
      ...toSend.slice(0, 6).map(({ id }) => world.get(DispatchDocument).execute(clerk, id)),
      ...toAccept.slice(0, 6).map(({ id }) => world.get(AcceptArrival).execute(clerk, id)),
      world.get(TakeEffect).execute(),
      ...toIssue.slice(6).map(({ id }) => world.get(IssueDocument).execute(clerk, id)),
      ...toSend.slice(6).map(({ id }) => world.get(DispatchDocument).execute(clerk, id)),
      ...toAccept.slice(6).map(({ id }) => world.get(AcceptArrival).execute(clerk, id)),
    ]);
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [String(outcome.reason.message)] : [],
    );
    expect(new Set(reasons)).toEqual(new Set(reasons.length === 0 ? [] : ['agency.reorganised']));
    const entries = await database.query<{ number: number }>(
      'SELECT number FROM outgoing_entries WHERE agency_id = $1 ORDER BY number',
      [a.id],
    );
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    const issued = await world.count(`documents WHERE id = ANY ($1) AND agency_id = $2 AND state = 'issued'`, [
      toIssue.map(({ id }) => id),
      a.id,
    ]);
    expect(issued).toBe(entries.length);
    expect(
      await world.count(`documents WHERE id = ANY ($1) AND agency_id = $2 AND state = 'returned'`, [
        toIssue.map(({ id }) => id),
        b.id,
      ]),
    ).toBe(many.length - issued);
    expect(await world.count(`arrivals WHERE agency_id = $1 AND state = 'arrived'`, [a.id])).toBe(0);
    expect(await world.count(`arrivals WHERE agency_id = ANY ($1)`, [[a.id, b.id]])).toBe(many.length);
  });

  it('waits for work under way, and nobody who waited goes on under the closed agency', async () => {
    const [a, b] = [await anAgency(database), await anAgency(database)];
    const clerk = await actorIn(a.id, 'clerk');
    const first = await anArrival(database, { agencyId: a.id });
    const second = await anArrival(database, { agencyId: a.id });
    const id = await scheduled([merge([a], b)]);
    world.clock.moment = midnight;
    const [begun, mayEnd] = [aGate(), aGate()];
    const work = database.transaction(async () => {
      await world.get(AcceptArrival).execute(clerk, first.id);
      begun.open();
      await mayEnd.opened;
    });
    await begun.opened;
    const effect = world.get(TakeEffect).execute();
    await waitUntil('the reorganisation waits', 5_000, () => isWaiting('ExclusiveLock'));
    const late = world
      .get(AcceptArrival)
      .execute(clerk, second.id)
      .catch((error: unknown) => (error instanceof Error ? error.message : ''));
    await waitUntil('the late work waits', 5_000, () => isWaiting('ShareLock'));
    expect(await stateOf(id)).toBe('scheduled');
    mayEnd.open();
    await Promise.all([work, effect]);
    expect(await late).toBe('agency.reorganised');
    expect(
      await one('SELECT agency_id AS "agencyId", arrival_number AS number FROM arrivals WHERE id = $1', [first.id]),
    ).toEqual({ agencyId: a.id, number: 1 });
    expect(await one('SELECT agency_id AS "agencyId", state FROM arrivals WHERE id = $1', [second.id])).toEqual({
      agencyId: b.id,
      state: 'arrived',
    });
  });
});
