import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HandOverPost as HandOver, WorkReceiver } from '#contracts';
import type { Agency } from '#directory';
import type { Document } from '#documents';
import { CarryOutHandovers, ChangePost, HandOverPost, PersonQuery, Sessions } from '#identity';
import { AssignWork, SubmitArrival } from '#incoming';
import { aDocument, anAgency, anArrival, aPost } from '#testing';
import { type Holder, PeopleWorld } from './people-world.js';

const newest = { unitId: null, position: 'Trưởng phòng', signingForms: [] };

let world: PeopleWorld;
let agency: Agency;
let administrator: Holder;
let leaving: Holder;
let colleague: Holder;

beforeAll(async () => {
  world = await PeopleWorld.open();
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  world.dawn('2017-05-02');
  agency = await anAgency(world.app.database);
  administrator = await world.aHolder(agency.id, 'agency-administrator');
  leaving = await world.aHolder(agency.id, 'civil-servant');
  colleague = await world.aHolder(agency.id, 'civil-servant');
});

async function handOver(from: Holder, receiver: WorkReceiver, overrides: Partial<HandOver> = {}): Promise<string> {
  const wish = { day: '2017-05-02', reason: 'Chuyển công tác', receiver, ...overrides };
  return world.app.get(HandOverPost).execute(administrator.actor, from.post.id, wish);
}

const to = ({ post }: Holder): WorkReceiver => ({ kind: 'post', postId: post.id });

async function documentOf(drafter: Holder, overrides: Partial<Document> = {}): Promise<Document> {
  return aDocument(world.app.database, { agencyId: agency.id, drafterPostId: drafter.post.id, ...overrides });
}

async function postsOf(document: Document): Promise<{ drafter: string; signer: string; version: number }> {
  const [row] = await world.app.database.query<{ drafter: string; signer: string; version: number }>(
    'SELECT drafter_post_id AS drafter, signer_post_id AS signer, version FROM documents WHERE id = $1',
    [document.id],
  );
  if (row === undefined) {
    throw new Error('the document is gone');
  }
  return row;
}

describe('a change of post', () => {
  it('moves open documents and leaves finished ones, from the same moment on', async () => {
    const signer = { signerPostId: (await world.aHolder(agency.id, 'leader')).post.id };
    const open = await Promise.all(
      (['draft', 'returned', 'submitted'] as const).map(async (state) => documentOf(leaving, { state, ...signer })),
    );
    const done = await Promise.all(
      (['approved', 'issued', 'sent', 'completed'] as const).map(async (state) =>
        documentOf(leaving, { state, ...signer }),
      ),
    );
    const foreign = await documentOf(colleague, { state: 'draft', ...signer });
    await handOver(leaving, to(colleague));
    for (const document of open) {
      expect(await postsOf(document)).toEqual({ drafter: colleague.post.id, signer: signer.signerPostId, version: 2 });
    }
    for (const document of done) {
      expect(await postsOf(document)).toMatchObject({ drafter: leaving.post.id, version: 1 });
    }
    expect(await postsOf(foreign)).toMatchObject({ drafter: colleague.post.id, version: 1 });
    const records = await world.app.database.query(
      `SELECT note FROM audit_entries WHERE action = 'document.taken-over' AND object_id = ANY ($1)`,
      [open.map(({ id }) => id)],
    );
    expect(records).toEqual(open.map(() => ({ note: 'Chuyển công tác' })));
  });

  it('moves the work on incoming documents, once where the other has a part already, and what waits for a leader', async () => {
    const [leader, other] = [await world.aHolder(agency.id, 'leader'), await world.aHolder(agency.id, 'leader')];
    const arrive = async (): Promise<string> =>
      (await anArrival(world.app.database, { agencyId: agency.id, state: 'accepted' })).id;
    const part = (role: 'lead' | 'support', { post }: Holder) => ({ role, unitId: null, postId: post.id, dueOn: null });
    const assign = async (arrivalId: string, ...parts: ReturnType<typeof part>[]): Promise<void> =>
      world.app.get(AssignWork).execute(leader.actor, arrivalId, { instruction: '', parts });
    const [alone, both, waiting] = [await arrive(), await arrive(), await arrive()];
    await assign(alone, part('lead', leaving));
    await assign(both, part('lead', colleague), part('support', leaving));
    const clerk = await world.aHolder(agency.id, 'clerk');
    await world.app.get(SubmitArrival).execute(clerk.actor, waiting, leader.post.id);
    await handOver(leaving, to(colleague));
    await handOver(leader, to(other));
    const rows = await world.app.database.query(
      'SELECT arrival_id AS id, role, post_id AS "postId", state FROM assignments ORDER BY id',
    );
    const of = (id: string, role: string, { post }: Holder, state: string) => ({ id, role, postId: post.id, state });
    expect(rows).toEqual([
      of(alone, 'lead', colleague, 'open'),
      of(both, 'lead', colleague, 'open'),
      of(both, 'support', leaving, 'withdrawn'),
    ]);
    const [held] = await world.app.database.query('SELECT submitted_to_post_id AS "to" FROM arrivals WHERE id = $1', [
      waiting,
    ]);
    expect(held).toEqual({ to: other.post.id });
  });

  it('moves what waits for a leader’s signature to another leader, and to nobody else', async () => {
    const leader = await world.aHolder(agency.id, 'leader');
    const other = await world.aHolder(agency.id, 'leader');
    const waiting = await documentOf(leaving, { state: 'submitted', signerPostId: leader.post.id });
    const signed = await documentOf(leaving, { state: 'approved', signerPostId: leader.post.id });
    await expect(handOver(leader, to(colleague))).rejects.toMatchObject({ code: 'post.unfit-receiver' });
    await handOver(leader, to(other));
    expect(await postsOf(waiting)).toMatchObject({ drafter: leaving.post.id, signer: other.post.id });
    expect(await postsOf(signed)).toMatchObject({ signer: leader.post.id });
  });

  it('ends the post and its sessions at once', async () => {
    const token = await world.app.get(Sessions).begin(leaving.post.personId, leaving.post.id, '192.0.2.7');
    await handOver(leaving, to(colleague));
    expect(await world.app.get(Sessions).find(token)).toBeUndefined();
    const view = await world.app.get(PersonQuery).view(administrator.actor, leaving.post.personId);
    expect(view).toMatchObject({
      signIn: 'no-post',
      posts: [{ validTo: '2017-05-01', handover: { day: '2017-05-02', done: true }, actions: [] }],
    });
    expect(await world.recordsOf(leaving.post.personId)).toEqual(['post.handed-over', 'post.work-moved']);
  });

  it('gives the same person another post, or somebody else the post, from that day', async () => {
    const draft = await documentOf(leaving, { state: 'draft' });
    await handOver(leaving, { kind: 'new-post', personId: leaving.post.personId, role: 'leader', ...newest });
    const view = await world.app.get(PersonQuery).view(administrator.actor, leaving.post.personId);
    expect(view.posts).toMatchObject([
      { role: 'leader', position: 'Trưởng phòng', validFrom: '2017-05-02', validTo: null },
      { role: 'civil-servant', validTo: '2017-05-01' },
    ]);
    expect(await postsOf(draft)).toMatchObject({ drafter: view.posts[0]?.id });
  });

  it('is carried out once, though many ask for it at the same time', async () => {
    const draft = await documentOf(leaving, { state: 'draft' });
    const tries = await Promise.allSettled([1, 2, 3, 4].map(async () => handOver(leaving, to(colleague))));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'post.handed-over' } });
    expect(await postsOf(draft)).toMatchObject({ drafter: colleague.post.id, version: 2 });
  });

  it('does not stop when two hand over to each other at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [
        await world.aHolder(agency.id, 'civil-servant'),
        await world.aHolder(agency.id, 'civil-servant'),
      ];
      const tries = await Promise.allSettled([handOver(one, to(other)), handOver(other, to(one))]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'post.unfit-receiver' },
      });
    }
  });

  it('is refused to another agency, to a post that has ended, to who is disabled, and to itself', async () => {
    const elsewhere = await world.aHolder((await anAgency(world.app.database)).id, 'civil-servant');
    const over = await world.aHolder(agency.id, 'civil-servant', { validTo: '2017-05-01' });
    const disabled = await world.aHolder(agency.id, 'civil-servant');
    await world.app.database.query('UPDATE people SET disabled_at = now() WHERE id = $1', [disabled.post.personId]);
    for (const unfit of [elsewhere, over, disabled, leaving]) {
      await expect(handOver(leaving, to(unfit))).rejects.toMatchObject({ code: 'post.unfit-receiver' });
    }
    const stranger: WorkReceiver = { kind: 'new-post', personId: elsewhere.post.personId, role: 'clerk', ...newest };
    await expect(handOver(leaving, stranger)).rejects.toMatchObject({ code: 'not-found' });
    const above: WorkReceiver = { kind: 'new-post', personId: colleague.post.personId, role: 'auditor', ...newest };
    await expect(handOver(leaving, above)).rejects.toMatchObject({ code: 'permission.denied' });
    const view = await world.app.get(PersonQuery).view(administrator.actor, leaving.post.personId);
    expect(view.posts).toMatchObject([{ validTo: null, handover: null }]);
  });
});

describe('a change of post on a day to come', () => {
  const day = '2017-06-01';

  it('waits for its day, and is carried out once, whoever looks first', async () => {
    const draft = await documentOf(leaving, { state: 'draft' });
    await handOver(leaving, to(colleague), { day });
    const handovers = world.app.get(CarryOutHandovers);
    world.app.clock.moment = new Date('2017-05-31T16:59:59Z');
    await handovers.due();
    expect(await postsOf(draft)).toMatchObject({ drafter: leaving.post.id });
    world.app.clock.moment = new Date('2017-05-31T17:00:00Z');
    await Promise.all([handovers.due(), handovers.due(), handovers.due()]);
    expect(await postsOf(draft)).toMatchObject({ drafter: colleague.post.id, version: 2 });
    expect(await handovers.due()).toBe(0);
    expect(await world.recordsOf(leaving.post.personId)).toEqual(['post.handed-over', 'post.work-moved']);
  });

  it('takes what was begun meanwhile, too', async () => {
    await handOver(leaving, to(colleague), { day });
    const late = await documentOf(leaving, { state: 'draft' });
    world.dawn(day);
    await world.app.get(CarryOutHandovers).due();
    expect(await postsOf(late)).toMatchObject({ drafter: colleague.post.id });
  });

  it('holds both posts to it: the end stays, and who receives does not leave before', async () => {
    await handOver(leaving, to(colleague), { day });
    const change = { unitId: null, position: 'Chuyên viên', signingForms: [], validTo: null };
    await expect(world.app.get(ChangePost).execute(administrator.actor, leaving.post.id, change)).rejects.toMatchObject(
      { code: 'post.handed-over' },
    );
    await expect(
      world.app.get(ChangePost).execute(administrator.actor, colleague.post.id, { ...change, validTo: '2017-05-20' }),
    ).rejects.toMatchObject({ code: 'post.awaits-work' });
    const other = await world.aHolder(agency.id, 'civil-servant');
    await expect(handOver(colleague, to(other), { day: '2017-05-20' })).rejects.toMatchObject({
      code: 'post.awaits-work',
    });
    await handOver(colleague, to(other), { day: '2017-06-02' });
  });

  it('is not set for a day that has passed', async () => {
    await expect(handOver(leaving, to(colleague), { day: '2017-05-01' })).rejects.toMatchObject({
      code: 'post.day-passed',
    });
  });
});

describe('a post that ended without a hand-over', () => {
  const change = { unitId: null, position: 'Chuyên viên', signingForms: [] };

  async function end(): Promise<void> {
    const ended = { ...change, validTo: '2017-05-01' };
    await world.app.get(ChangePost).execute(administrator.actor, leaving.post.id, ended);
  }

  it('still has its work, which is handed over later, once, and keeps its last day', async () => {
    const draft = await documentOf(leaving, { state: 'draft' });
    await end();
    world.dawn('2017-05-09');
    const person = async () => world.app.get(PersonQuery).view(administrator.actor, leaving.post.personId);
    expect((await person()).posts).toMatchObject([{ validTo: '2017-05-01', actions: ['hand-over'] }]);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(async () => handOver(leaving, to(colleague), { day: '2017-05-09' })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'post.handed-over' } });
    expect(await postsOf(draft)).toMatchObject({ drafter: colleague.post.id, version: 2 });
    expect((await person()).posts).toMatchObject([
      { validTo: '2017-05-01', handover: { day: '2017-05-09', done: true }, actions: [] },
    ]);
  });

  it('is found beside a post that its holder has now', async () => {
    const draft = await documentOf(leaving, { state: 'draft' });
    await end();
    const { personId } = leaving.post;
    await aPost(world.app.database, { personId, agencyId: agency.id, role: 'clerk', validFrom: '2017-05-02' });
    await handOver(leaving, to(colleague));
    expect(await postsOf(draft)).toMatchObject({ drafter: colleague.post.id });
  });

  it('is not handed over on a day that has passed, nor changed in any other way', async () => {
    await end();
    world.dawn('2017-05-09');
    await expect(handOver(leaving, to(colleague), { day: '2017-05-08' })).rejects.toMatchObject({
      code: 'post.day-passed',
    });
    const again = { ...change, validTo: null };
    await expect(world.app.get(ChangePost).execute(administrator.actor, leaving.post.id, again)).rejects.toMatchObject({
      code: 'post.ended',
    });
  });

  it('is nobody’s to hand over who doesn’t manage its holder', async () => {
    await end();
    const wish = { day: '2017-05-02', reason: 'Chuyển công tác', receiver: to(colleague) };
    const elsewhere = await world.aHolder((await anAgency(world.app.database)).id, 'agency-administrator');
    const stranger = world.app.get(HandOverPost).execute(elsewhere.actor, leaving.post.id, wish);
    await expect(stranger).rejects.toMatchObject({ code: 'not-found' });
    const own = world.app.get(HandOverPost).execute(colleague.actor, leaving.post.id, wish);
    await expect(own).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
