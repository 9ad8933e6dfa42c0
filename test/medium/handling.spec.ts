import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChangeAccess } from '#access';
import type { Actor, AssignedPart, FindWork } from '#contracts';
import {
  AcceptArrival,
  ArrivalQuery,
  AssignWork,
  CommentArrival,
  CompleteArrival,
  EndPart,
  MyWorkQuery,
  OpenArrival,
  StartWork,
  SubmitArrival,
} from '#incoming';
import { aPost, anActor, anArrival, aUnit, createTestDatabase, type TestDatabase } from '#testing';
import { RecallWorld } from './recall-world.js';

let testDatabase: TestDatabase;
let senders: RecallWorld;
let clerk: Actor;
let leader: Actor;
let head: Actor;
let member: Actor;
let stranger: Actor;
let unitId: string;
let arrivalId: string;
let deliveryId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  senders = await RecallWorld.open(testDatabase.url);
  clerk = await senders.world.aClerk();
  unitId = (await aUnit(senders.world.database, { agencyId: clerk.agencyId, name: 'Phòng Nội vụ' })).id;
  leader = await someone('leader');
  head = await someone('leader', unitId);
  member = await someone('civil-servant', unitId);
  stranger = await someone('civil-servant');
});

afterAll(async () => {
  await senders.world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  const sent = await senders.deliver([clerk.agencyId]);
  deliveryId = sent.deliveryIds[0] ?? '';
  arrivalId = await senders.arrivalOf(deliveryId);
  await senders.world.get(AcceptArrival).execute(clerk, arrivalId);
});

async function someone(role: 'leader' | 'civil-servant', unit: string | null = null): Promise<Actor> {
  const { agencyId } = clerk;
  const { id, personId, position } = await aPost(senders.world.database, { agencyId, role, unitId: unit });
  return anActor({ agencyId, role, postId: id, personId, position });
}

const part = (role: AssignedPart['role'], to: { unitId?: string; postId?: string }, dueOn: string | null = null) => ({
  role,
  unitId: to.unitId ?? null,
  postId: to.postId ?? null,
  dueOn,
});

async function assign(parts: AssignedPart[], by = leader, instruction = 'Tham mưu trả lời'): Promise<void> {
  await senders.world.get(AssignWork).execute(by, arrivalId, { instruction, parts });
}

/** Role, holder and state of each part, in the order in which they were given. */
async function parts(): Promise<string[]> {
  const { assignments } = await senders.world.get(ArrivalQuery).view(clerk, arrivalId);
  return assignments.map(
    ({ role, unit, person, state }) => `${role} ${unit === null ? person?.postId : 'unit'} ${state}`,
  );
}

async function partOf(actor: Actor) {
  const { assignments } = await senders.world.get(ArrivalQuery).view(actor, arrivalId);
  return assignments.filter(({ actions }) => actions.length > 0);
}

async function ownPart(actor: Actor): Promise<string> {
  const [own] = await partOf(actor);
  expect(own).toBeDefined();
  return own?.id ?? '';
}

async function seenBySender(): Promise<string[]> {
  const rows = await senders.world.database.query<{ code: string }>(
    'SELECT code FROM tracking_events WHERE delivery_id = $1 ORDER BY id',
    [deliveryId],
  );
  return rows.map(({ code }) => code);
}

const state = async (): Promise<string | undefined> => senders.stateOf('arrivals', arrivalId);

async function work(actor: Actor, box: FindWork['box'] = 'mine'): Promise<readonly string[]> {
  const { items } = await senders.world.get(MyWorkQuery).page(actor, { box, limit: 100 });
  return items.map((item) => item.arrivalId);
}

describe('submitting to a leader', () => {
  it('lays it on the leader’s desk', async () => {
    await senders.world.get(SubmitArrival).execute(clerk, arrivalId, leader.postId);
    expect(await state()).toBe('submitted');
    const view = await senders.world.get(ArrivalQuery).view(leader, arrivalId);
    expect(view.submission?.postId).toBe(leader.postId);
    expect(view.actions).toContain('assign');
  });

  it('is to leaders of the agency alone', async () => {
    const elsewhere = await aPost(senders.world.database, { role: 'leader' });
    for (const postId of [member.postId, elsewhere.id]) {
      await expect(senders.world.get(SubmitArrival).execute(clerk, arrivalId, postId)).rejects.toThrow(
        'assignment.unknown-leader',
      );
    }
    expect(await state()).toBe('accepted');
  });

  it('is the clerk’s, and only of what is registered', async () => {
    await expect(senders.world.get(SubmitArrival).execute(member, arrivalId, leader.postId)).rejects.toThrow(
      'permission.denied',
    );
    const { id } = await anArrival(senders.world.database, { agencyId: clerk.agencyId });
    await expect(senders.world.get(SubmitArrival).execute(clerk, id, leader.postId)).rejects.toThrow(
      'arrival.wrong-state',
    );
  });
});

describe('assigning', () => {
  it('gives one the lead and others a part, and tells the sender 04', async () => {
    await assign([part('lead', { unitId }, '2099-12-31'), part('support', { postId: stranger.postId })]);
    expect(await state()).toBe('assigned');
    expect(await parts()).toEqual(['lead unit open', `support ${stranger.postId} open`]);
    expect(await seenBySender()).toEqual(['sent', '01', '03', '04']);
    expect(await work(member)).toContain(arrivalId);
    expect(await work(stranger)).toContain(arrivalId);
    expect(await work(leader, 'given')).toContain(arrivalId);
    expect(await work(clerk)).not.toContain(arrivalId);
  });

  it.each([
    ['nobody leads', () => [part('support', { unitId })], 'assignment.one-lead'],
    ['two lead', () => [part('lead', { unitId }), part('lead', { postId: stranger.postId })], 'assignment.one-lead'],
    ['one is named twice', () => [part('lead', { unitId }), part('support', { unitId })], 'assignment.named-twice'],
    ['the day is over', () => [part('lead', { unitId }, '2017-01-02')], 'assignment.due-in-the-past'],
    ['one works elsewhere', () => [part('lead', { postId: senders.clerk.postId })], 'assignment.unknown-assignee'],
  ] as const)('is refused when %s, and changes nothing', async (_what, wrong, code) => {
    await expect(assign([...wrong()])).rejects.toThrow(code);
    expect(await parts()).toEqual([]);
    expect(await state()).toBe('accepted');
  });

  it('is the leader’s', async () => {
    await expect(assign([part('lead', { unitId })], clerk)).rejects.toThrow('permission.denied');
    await expect(assign([part('lead', { unitId })], member)).rejects.toThrow('permission.denied');
  });

  it('again keeps who goes on, releases the others, and may change who leads', async () => {
    await assign([part('lead', { unitId }), part('support', { postId: stranger.postId })]);
    await assign([part('lead', { postId: stranger.postId }), part('support', { postId: member.postId })]);
    expect(await parts()).toEqual([
      'lead unit withdrawn',
      `lead ${stranger.postId} open`,
      `support ${member.postId} open`,
    ]);
  });

  it('by two leaders at once leaves exactly one to lead', async () => {
    await Promise.all([
      assign([part('lead', { unitId })]),
      assign([part('lead', { postId: stranger.postId })], head),
      assign([part('lead', { postId: member.postId })]),
    ]);
    const open = (await parts()).filter((one) => one.endsWith('open'));
    expect(open).toHaveLength(1);
  });
});

describe('the work on it', () => {
  it('goes from the unit to its people, begins, and ends with the document', async () => {
    await assign([part('lead', { unitId }), part('support', { postId: stranger.postId })]);
    const instruction = 'Dự thảo trả lời';
    const own = [part('lead', { postId: member.postId })];
    await senders.world.get(AssignWork).assignOn(head, await ownPart(head), { instruction, parts: own });
    expect(await state()).toBe('in-process');
    expect(await parts()).toEqual([
      'lead unit in-process',
      `support ${stranger.postId} open`,
      `lead ${member.postId} open`,
    ]);
    await senders.world.get(StartWork).execute(member, (await partOf(member)).at(-1)?.id ?? '');
    await senders.world.get(CompleteArrival).execute(member, arrivalId);
    expect(await state()).toBe('completed');
    expect(await parts()).toEqual([
      'lead unit done',
      `support ${stranger.postId} withdrawn`,
      `lead ${member.postId} done`,
    ]);
    expect(await seenBySender()).toEqual(['sent', '01', '03', '04', '05', '06']);
  });

  it('is given on by the head of the unit, to people of the unit', async () => {
    await assign([part('lead', { unitId })]);
    const id = await ownPart(head);
    const on = (by: Actor, postId: string) =>
      senders.world.get(AssignWork).assignOn(by, id, { instruction: '', parts: [part('lead', { postId })] });
    await expect(on(member, member.postId)).rejects.toThrow('permission.denied');
    await expect(on(stranger, member.postId)).rejects.toThrow('permission.denied');
    await expect(on(head, stranger.postId)).rejects.toThrow('assignment.unknown-assignee');
    expect(await parts()).toEqual(['lead unit open']);
  });

  it('given on through a unit below begins with all above it, and is withdrawn with them', async () => {
    const below = await aUnit(senders.world.database, { agencyId: clerk.agencyId, parentId: unitId });
    const worker = await someone('civil-servant', below.id);
    await assign([part('lead', { unitId })]);
    const on = async (by: Actor, to: Parameters<typeof part>[1]): Promise<string> =>
      senders.world
        .get(AssignWork)
        .assignOn(by, (await partOf(by)).at(-1)?.id ?? '', { instruction: '', parts: [part('lead', to)] });
    await on(head, { unitId: below.id });
    await on(worker, { postId: worker.postId });
    expect(await parts()).toEqual(['lead unit in-process', 'lead unit in-process', `lead ${worker.postId} open`]);
    await assign([part('lead', { postId: stranger.postId })]);
    expect(await parts()).toEqual([
      'lead unit withdrawn',
      'lead unit withdrawn',
      `lead ${worker.postId} withdrawn`,
      `lead ${stranger.postId} open`,
    ]);
  });

  it('of a document that was narrowed afterwards is no longer told to who may not read it', async () => {
    await assign([part('lead', { postId: member.postId }), part('support', { postId: stranger.postId })]);
    await senders.world.get(ChangeAccess).execute(leader, {
      objectType: 'arrival',
      objectId: arrivalId,
      wish: { kind: 'narrowed', postIds: [member.postId], reason: 'Chỉ người chủ trì' },
    });
    expect(await work(member)).toContain(arrivalId);
    expect(await work(stranger)).not.toContain(arrivalId);
  });

  it('handed back by who leads waits for the leader again, with the reason', async () => {
    await assign([part('lead', { postId: stranger.postId }), part('support', { postId: member.postId })]);
    await senders.world.get(EndPart).handBack(stranger, await ownPart(stranger), 'Không thuộc chức năng');
    expect(await state()).toBe('submitted');
    const { submission, assignments } = await senders.world.get(ArrivalQuery).view(leader, arrivalId);
    expect(submission?.postId).toBe(leader.postId);
    expect(assignments[0]).toMatchObject({ state: 'handed-back', note: 'Không thuộc chức năng' });
    await assign([part('lead', { unitId }), part('support', { postId: member.postId })]);
    expect(await state()).toBe('assigned');
    expect(await seenBySender()).toEqual(['sent', '01', '03', '04', '04']);
  });

  it('finished by who supports leaves the rest open', async () => {
    await assign([part('lead', { unitId }), part('support', { postId: stranger.postId })]);
    await senders.world.get(EndPart).finish(stranger, await ownPart(stranger), 'Đã góp ý');
    expect(await parts()).toEqual(['lead unit open', `support ${stranger.postId} done`]);
    expect(await work(stranger)).not.toContain(arrivalId);
    expect(await work(stranger, 'ended')).toContain(arrivalId);
  });

  it('ends by who leads, and not by others', async () => {
    await assign([part('lead', { postId: member.postId }), part('support', { postId: stranger.postId })]);
    await expect(senders.world.get(CompleteArrival).execute(stranger, arrivalId)).rejects.toThrow('permission.denied');
    await senders.world.get(CompleteArrival).execute(member, arrivalId);
    expect(await state()).toBe('completed');
  });

  it('handed back and finished in the same moment is one of the two', async () => {
    await assign([part('lead', { unitId }), part('support', { postId: stranger.postId })]);
    const id = await ownPart(stranger);
    const outcomes = await Promise.allSettled([
      senders.world.get(EndPart).finish(stranger, id, ''),
      senders.world.get(EndPart).handBack(stranger, id, 'Nhầm'),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'assignment.wrong-state' },
    });
  });

  it('shows whoever has a part what happened since they looked', async () => {
    await assign([part('lead', { postId: member.postId })]);
    const isChanged = async () => {
      const { items } = await senders.world.get(MyWorkQuery).page(member, { box: 'mine', limit: 100 });
      return items.find((item) => item.arrivalId === arrivalId)?.isChanged;
    };
    expect(await isChanged()).toBe(true);
    await senders.world.get(OpenArrival).execute(member, arrivalId);
    expect(await isChanged()).toBe(false);
    senders.world.clock.moment = new Date(senders.world.clock.now().getTime() + 1000);
    await senders.world.get(CommentArrival).execute(leader, arrivalId, 'Làm ngay trong tuần');
    expect(await isChanged()).toBe(true);
    expect((await senders.world.get(ArrivalQuery).view(member, arrivalId)).timeline.map(({ note }) => note)).toContain(
      'Làm ngay trong tuần',
    );
  });
});

describe('my work', () => {
  it('comes by its day, page by page, with the working days that are left', async () => {
    const reader = await someone('civil-servant');
    const { moment } = senders.world.clock;
    senders.world.clock.moment = new Date('2031-05-05T03:00:00Z');
    for (const dueOn of ['2031-05-12', null, '2031-05-05', '2031-05-07']) {
      const { id } = await anArrival(senders.world.database, { agencyId: clerk.agencyId, state: 'accepted' });
      await senders.world.get(AssignWork).execute(leader, id, {
        instruction: '',
        parts: [part('lead', { postId: reader.postId }, dueOn)],
      });
    }
    senders.world.clock.moment = new Date('2031-05-06T03:00:00Z');
    const query = senders.world.get(MyWorkQuery);
    const first = await query.page(reader, { box: 'mine', limit: 3 });
    const second = await query.page(reader, { box: 'mine', limit: 3, after: first.next ?? '' });
    senders.world.clock.moment = moment;
    expect([...first.items, ...second.items].map(({ dueOn, workingDaysLeft }) => [dueOn, workingDaysLeft])).toEqual([
      ['2031-05-05', -1],
      ['2031-05-07', 1],
      ['2031-05-12', 4],
      [null, null],
    ]);
    expect(second.next).toBeNull();
  });

  it('is refused to who handles no documents', async () => {
    const auditor = anActor({ role: 'auditor' });
    await expect(senders.world.get(MyWorkQuery).page(auditor, { box: 'mine', limit: 10 })).rejects.toThrow(
      'permission.denied',
    );
  });
});
