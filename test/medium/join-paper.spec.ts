import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, RegisterPaper as Entered } from '#contracts';
import {
  AcceptArrival,
  ArrivalQuery,
  CompleteArrival,
  CorrectPaper,
  JoinPaper,
  RefuseArrival,
  RegisterPaper,
} from '#incoming';
import { anActor, aPost, createTestDatabase, type TestDatabase, waitUntil } from '#testing';
import { gate } from './gate.js';
import { RecallWorld } from './recall-world.js';

let testDatabase: TestDatabase;
let senders: RecallWorld;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  senders = await RecallWorld.open(testDatabase.url);
  clerk = await senders.world.aClerk();
});

afterAll(async () => {
  await senders.world.close();
  await testDatabase.drop();
});

const refusal = (code: string) => expect.objectContaining({ code });

/** A document whose paper was registered before it came. */
async function twins(paperSays: Readonly<Record<string, unknown>> = {}) {
  const { document, deliveryIds } = await senders.deliver([clerk.agencyId]);
  const [deliveryId = ''] = deliveryIds;
  const arrivalId = await senders.arrivalOf(deliveryId);
  const sent = await senders.world.get(ArrivalQuery).view(clerk, arrivalId);
  const said = {
    issuer: { name: sent.sender.name },
    symbol: sent.symbol,
    issuedOn: sent.issuedOn,
    typeCode: 'cong-van',
    subject: 'Như trên giấy',
    evenIfSame: true,
    ...paperSays,
  };
  const paperId = await senders.world.get(RegisterPaper).execute(clerk, Entered.parse(said));
  const { clock } = senders.world;
  clock.moment = new Date(clock.now().getTime() + 60_000);
  return { document, deliveryId, arrivalId, paperId, sent };
}

const join = async (arrivalId: string, paperId: string, by: Actor = clerk): Promise<void> =>
  senders.world.get(JoinPaper).execute(by, arrivalId, paperId);

async function toldToSender(deliveryId: string): Promise<string[]> {
  const rows = await senders.world.database.query<{ code: string }>(
    `SELECT code FROM tracking_events WHERE delivery_id = $1 AND code ~ '^0[2-6]' ORDER BY id`,
    [deliveryId],
  );
  return rows.map(({ code }) => code);
}

describe('an electronic document whose paper was registered before', () => {
  it('becomes one entry under the number of the paper, with the files and fields that were sent', async () => {
    const { deliveryId, arrivalId, paperId, sent } = await twins();
    const before = await senders.world.get(ArrivalQuery).view(clerk, paperId);
    await join(arrivalId, paperId);
    const view = await senders.world.get(ArrivalQuery).view(clerk, paperId);
    expect(view).toMatchObject({
      state: 'accepted',
      source: 'electronic',
      paperToo: true,
      arrivalNumber: before.arrivalNumber,
      subject: sent.subject,
      digest: sent.digest,
    });
    expect(view.attachments.map(({ digest }) => digest)).toEqual(sent.attachments.map(({ digest }) => digest));
    expect(view.timeline.at(-1)?.event).toBe('arrival.joined');
    const joined = await senders.world.get(ArrivalQuery).view(clerk, arrivalId);
    expect(joined).toMatchObject({ state: 'joined', joinedTo: paperId, arrivalNumber: null, actions: [] });
    expect(await toldToSender(deliveryId)).toEqual(['03']);
    expect(await senders.arrivalOf(deliveryId)).toBe(paperId);
  });

  it('tells the sender how far the work is', async () => {
    const { deliveryId, arrivalId, paperId } = await twins();
    await senders.world.database.query(`UPDATE arrivals SET state = 'in-process' WHERE id = $1`, [paperId]);
    await join(arrivalId, paperId);
    expect(await toldToSender(deliveryId)).toEqual(['03', '04', '05']);
  });

  it('is as it was sent: what was entered from the paper is no longer corrected', async () => {
    const { arrivalId, paperId } = await twins();
    await join(arrivalId, paperId);
    const entered = Entered.parse({
      issuer: { name: 'Nơi khác' },
      symbol: '1',
      issuedOn: '2017-01-01',
      typeCode: 'cong-van',
      subject: 'Khác',
    });
    await expect(senders.world.get(CorrectPaper).execute(clerk, paperId, entered)).rejects.toEqual(
      refusal('arrival.wrong-state'),
    );
  });

  it('is not joined to what is another document, to what is completed, or once it is received', async () => {
    const other = await twins({ symbol: 'khác' });
    await expect(join(other.arrivalId, other.paperId)).rejects.toEqual(refusal('arrival.not-its-paper'));
    const done = await twins();
    await senders.world.get(CompleteArrival).execute(clerk, done.paperId);
    await expect(join(done.arrivalId, done.paperId)).rejects.toEqual(refusal('arrival.not-its-paper'));
    const accepted = await twins();
    await senders.world.get(AcceptArrival).execute(clerk, accepted.arrivalId);
    await expect(join(accepted.arrivalId, accepted.paperId)).rejects.toEqual(refusal('arrival.already-accepted'));
    const { id } = await aPost(senders.world.database, { agencyId: clerk.agencyId, role: 'leader' });
    const leader = anActor({ agencyId: clerk.agencyId, role: 'leader', postId: id });
    const own = await twins();
    await expect(join(own.arrivalId, own.paperId, leader)).rejects.toEqual(refusal('permission.denied'));
  });

  it.each([
    ['accepted', async (id: string) => senders.world.get(AcceptArrival).execute(clerk, id)],
    ['refused', async (id: string) => senders.world.get(RefuseArrival).execute(clerk, id, 'Gửi trùng')],
    ['joined', async (id: string, paperId: string) => join(id, paperId)],
  ])('is joined or %s, never both, by two who click at once', async (_what, other) => {
    for (let round = 0; round < 5; round += 1) {
      const { deliveryId, arrivalId, paperId } = await twins();
      const outcomes = await Promise.allSettled([join(arrivalId, paperId), other(arrivalId, paperId)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await toldToSender(deliveryId)).toHaveLength(1);
    }
  });

  it('is asked back where it is now, when its sender recalls it while it is joined', async () => {
    const { document, deliveryId, arrivalId, paperId } = await twins();
    const [joined, mayCommit] = [gate(), gate()];
    const joining = senders.world.database.transaction(async () => {
      await join(arrivalId, paperId);
      joined.open();
      await mayCommit.opened;
    });
    await joined.opened;
    const recalling = senders.recall(document.id);
    await waitUntil('the recall waits', 20_000, async () => {
      const waiting = `pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return (await senders.world.count(waiting)) > 0;
    });
    mayCommit.open();
    await joining;
    expect(await recalling).toMatchObject({ withdrawn: 0, asked: 1 });
    expect(await senders.requestsAbout(deliveryId)).toEqual(['recall asked']);
    expect(await senders.stateOf('arrivals', paperId)).toBe('accepted');
  });
});
