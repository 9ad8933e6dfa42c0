import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ReportDelivery as Report } from '#contracts';
import {
  DeliverDispatch,
  GiveUpDelivery,
  ReportDelivery,
  RetryDeliveries,
  SendByOtherChannel,
  TellRecall,
  type TryOutcome,
} from '#exchange';
import { AcceptArrival, ArrivalQuery, ArrivalsQuery, DecideRequest, DeskCountsQuery, RefuseArrival } from '#incoming';
import { RecountShare } from '#metrics';
import { createTestDatabase, type TestDatabase } from '#testing';
import { RecallWorld } from './recall-world.js';
import { arrived, away, rejected } from './remote-world.js';

let testDatabase: TestDatabase;
let recalls: RecallWorld;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  recalls = await RecallWorld.open(testDatabase.url);
});

afterEach(async () => {
  await recalls.world.database.query('DELETE FROM outbox_messages');
});

afterAll(async () => {
  await recalls.world.close();
  await testDatabase.drop();
});

const get: RecallWorld['world']['get'] = (type) => recalls.world.get(type);

/** A registered document of an agency here, and what is to replace it, which has arrived. */
async function replacementAsked() {
  const receiver = await recalls.world.aClerk();
  const earlier = await recalls.deliver([receiver.agencyId]);
  const [earlierDelivery = ''] = earlier.deliveryIds;
  const earlierId = await recalls.arrivalOf(earlierDelivery);
  await get(AcceptArrival).execute(receiver, earlierId);
  const later = await recalls.deliver([receiver.agencyId], {
    corrected: { id: earlier.document.id, kind: 'replaces' },
  });
  const laterId = await recalls.arrivalOf(later.deliveryIds[0] ?? '');
  return { receiver, earlier, earlierDelivery, earlierId, later, laterId };
}

async function decide(by: Actor, arrivalId: string, kind: 'recall' | 'replace', agrees = true): Promise<void> {
  const { requests } = await get(ArrivalQuery).view(by, arrivalId);
  const request = requests.find((one) => one.kind === kind);
  await get(DecideRequest).execute(by, arrivalId, request?.id ?? '', { agrees, note: '' });
}

/** What the desk says is asked, and what lies in the box. */
async function askedOf(actor: Actor): Promise<{ count: number; box: readonly string[] }> {
  const { senderRequests } = await get(DeskCountsQuery).of(actor);
  const { items } = await get(ArrivalsQuery).page(actor, { box: 'asked', limit: 50 });
  return { count: senderRequests, box: items.map(({ id }) => id) };
}

describe('a recall of what is to be replaced', () => {
  it('once agreed to, leaves nothing to replace, and its content stays closed', async () => {
    const { receiver, earlier, earlierDelivery, earlierId } = await replacementAsked();
    await recalls.recall(earlier.document.id);
    const { requests } = await get(ArrivalQuery).view(receiver, earlierId);
    await decide(receiver, earlierId, 'recall');
    const replace = requests.find(({ kind }) => kind === 'replace');
    await expect(
      get(DecideRequest).execute(receiver, earlierId, replace?.id ?? '', { agrees: true, note: '' }),
    ).rejects.toMatchObject({ code: 'sender-request.decided' });
    expect(await get(ArrivalQuery).view(receiver, earlierId)).toMatchObject({ state: 'recalled', attachments: [] });
    expect(await recalls.requestsAbout(earlierDelivery)).toEqual(['recall agreed', 'replace withdrawn']);
  });

  it('stays closed even where an older request is still open', async () => {
    const { receiver, earlier, earlierDelivery, earlierId } = await replacementAsked();
    await recalls.recall(earlier.document.id);
    await decide(receiver, earlierId, 'recall');
    await recalls.world.database.query(
      `UPDATE sender_requests SET state = 'asked', decided_at = NULL WHERE delivery_id = $1 AND kind = 'replace'`,
      [earlierDelivery],
    );
    await expect(decide(receiver, earlierId, 'replace')).rejects.toMatchObject({ code: 'sender-request.decided' });
    expect(await recalls.stateOf('arrivals', earlierId)).toBe('recalled');
  });

  it('after it was replaced is asked where its clerk sees it', async () => {
    const { receiver, earlier, earlierId } = await replacementAsked();
    await decide(receiver, earlierId, 'replace');
    await recalls.recall(earlier.document.id);
    expect(await askedOf(receiver)).toEqual({ count: 1, box: [earlierId] });
  });
});

describe('a replacement that does not stay', () => {
  it('takes nobody’s place when its recipient sends it back before the earlier one arrives', async () => {
    const receiver = await recalls.world.aClerk();
    const earlier = await recalls.send([receiver.agencyId]);
    const later = await recalls.deliver([receiver.agencyId], {
      corrected: { id: earlier.document.id, kind: 'replaces' },
    });
    const laterId = await recalls.arrivalOf(later.deliveryIds[0] ?? '');
    await get(RefuseArrival).execute(receiver, laterId, 'Sai thể thức');
    await get(DeliverDispatch).execute(earlier);
    const [earlierDelivery = ''] = earlier.deliveryIds;
    expect(await recalls.stateOf('arrivals', await recalls.arrivalOf(earlierDelivery))).toBe('arrived');
    expect(await recalls.requestsAbout(earlierDelivery)).toEqual(['replace withdrawn']);
  });

  it('asks for nothing any more when it is sent back', async () => {
    const { receiver, earlierDelivery, earlierId, laterId } = await replacementAsked();
    await get(RefuseArrival).execute(receiver, laterId, 'Sai thể thức');
    expect(await recalls.requestsAbout(earlierDelivery)).toEqual(['replace withdrawn']);
    expect(await recalls.stateOf('arrivals', earlierId)).toBe('accepted');
    expect(await askedOf(receiver)).toEqual({ count: 0, box: [] });
  });

  it('asks for nothing any more when it is given up on its way to a system elsewhere', async () => {
    recalls.remote.channel.answer = async () => arrived;
    const agencyId = await recalls.remote.agencyElsewhere();
    const earlier = await recalls.send([agencyId]);
    await recalls.remote.work();
    recalls.remote.channel.answer = async () => rejected;
    const later = await recalls.send([agencyId], { corrected: { id: earlier.document.id, kind: 'replaces' } });
    await recalls.remote.work();
    expect(await recalls.requestsAbout(earlier.deliveryIds[0] ?? '')).toEqual(['replace asked']);
    await get(GiveUpDelivery).execute(recalls.clerk, later.deliveryIds[0] ?? '', 'Hệ thống bên nhận đã ngừng');
    expect(await recalls.requestsAbout(earlier.deliveryIds[0] ?? '')).toEqual(['replace withdrawn']);
  });
});

describe('whom it asks', () => {
  it('is the clerk of the agency that took the place of the recipient', async () => {
    const receiver = await recalls.world.aClerk();
    const { document, deliveryIds } = await recalls.deliver([receiver.agencyId]);
    const arrivalId = await recalls.arrivalOf(deliveryIds[0] ?? '');
    await get(AcceptArrival).execute(receiver, arrivalId);
    await recalls.recall(document.id);
    const successor = { ...(await recalls.world.aClerk()), predecessorIds: [receiver.agencyId] };
    expect(await askedOf(successor)).toEqual({ count: 1, box: [arrivalId] });
    await decide(successor, arrivalId, 'recall');
    expect(await recalls.stateOf('arrivals', arrivalId)).toBe('recalled');
  });

  it('is a leader when reading was narrowed away from the clerk', async () => {
    const receiver = await recalls.world.aClerk();
    const { document, deliveryIds } = await recalls.deliver([receiver.agencyId]);
    const arrivalId = await recalls.arrivalOf(deliveryIds[0] ?? '');
    await get(AcceptArrival).execute(receiver, arrivalId);
    await recalls.recall(document.id);
    await recalls.world.database.query('UPDATE arrivals SET restricted = true WHERE id = $1', [arrivalId]);
    expect(await askedOf(receiver)).toEqual({ count: 0, box: [] });
    const leader: Actor = { ...receiver, role: 'leader' };
    expect(await askedOf(leader)).toEqual({ count: 1, box: [arrivalId] });
    await decide(leader, arrivalId, 'recall');
    expect(await recalls.stateOf('arrivals', arrivalId)).toBe('recalled');
  });
});

describe('a system elsewhere', () => {
  const tell = async (deliveryId: string) => {
    const [request] = await recalls.world.database.query<{ id: string }>(
      `SELECT id FROM sender_requests WHERE delivery_id = $1 AND kind = 'recall'`,
      [deliveryId],
    );
    await get(TellRecall).byWebhook({ requestId: request?.id ?? '' });
  };

  async function sendElsewhere(answer: TryOutcome = arrived) {
    recalls.remote.channel.answer = async () => answer;
    const agencyId = await recalls.remote.agencyElsewhere();
    const { document, deliveryIds } = await recalls.send([agencyId]);
    await recalls.remote.work();
    return { document, deliveryId: deliveryIds[0] ?? '', system: await recalls.world.aClerk(agencyId) };
  }

  const report = (given: Partial<Report>): Report =>
    Report.parse({ eventId: crypto.randomUUID(), occurredAt: recalls.world.clock.now().toISOString(), ...given });

  it('that has the document is not believed when it says that it knows none', async () => {
    const { document, deliveryId, system } = await sendElsewhere();
    await get(ReportDelivery).execute(system, deliveryId, report({ code: '03', arrivalNumber: 217 }));
    await recalls.recall(document.id);
    recalls.remote.channel.recallAnswer = { kind: 'not-known', detail: '404' };
    await expect(tell(deliveryId)).rejects.toThrow('404');
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall asked']);
  });

  it('that never had it is believed', async () => {
    const { document, deliveryId } = await sendElsewhere(away);
    await recalls.recall(document.id);
    recalls.remote.channel.recallAnswer = { kind: 'not-known', detail: '404' };
    await tell(deliveryId);
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall effective']);
  });

  it('answers with 15 what had been asked by then, or the request that it names, and nothing later', async () => {
    const { document, deliveryId, system } = await sendElsewhere();
    const before = recalls.world.clock.now().toISOString();
    recalls.remote.later(15 * 60_000);
    await recalls.recall(document.id);
    await get(ReportDelivery).execute(system, deliveryId, report({ code: '15', occurredAt: before }));
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall asked']);
    await get(ReportDelivery).execute(system, deliveryId, report({ code: '15', requestId: crypto.randomUUID() }));
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall asked']);
    await get(ReportDelivery).execute(system, deliveryId, report({ code: '15' }));
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall agreed']);
  });

  it('can’t say what only the sender’s side says', async () => {
    const { deliveryId, system } = await sendElsewhere();
    expect(Report.safeParse({ ...report({ code: '05' }), code: 'recalled' }).success).toBe(false);
    await get(ReportDelivery).execute(system, deliveryId, { ...report({ code: '01' }), code: 'replaced' });
    expect(await recalls.remote.shown(deliveryId)).toMatchObject({ state: 'arrived' });
  });

  it('that was tried before it went another way is told as well, and answers', async () => {
    const { document, deliveryId } = await sendElsewhere(rejected);
    await recalls.world.database.query(
      `UPDATE agency_connections SET mailbox = 'vanthu@example.test'
        WHERE agency_id = (SELECT recipient_id FROM deliveries WHERE id = $1)`,
      [deliveryId],
    );
    await get(SendByOtherChannel).execute(recalls.clerk, { deliveryId, channel: 'email', paperReason: null });
    expect(await recalls.recall(document.id)).toMatchObject({ withdrawn: 0, asked: 1 });
    expect(await recalls.world.count(`outbox_messages WHERE job = 'tell-recall-by-webhook'`)).toBe(1);
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall asked']);
  });

  it('whose delivery failed is no work for anybody while it is asked, and can be tried again when it refuses', async () => {
    const { document, deliveryId, system } = await sendElsewhere(rejected);
    await recalls.recall(document.id);
    expect((await get(DeskCountsQuery).of(recalls.clerk)).needsAttention).toBe(0);
    const refusal = report({ code: '16', note: 'Đã thi hành' });
    await get(ReportDelivery).execute(system, deliveryId, refusal);
    await get(RetryDeliveries).execute(recalls.clerk, { deliveryId, allAlike: false });
    expect(await recalls.remote.shown(deliveryId)).toMatchObject({ transportState: 'queued' });
  });

  it('that agrees to a replacement gets the earlier document no more, and both count as moved', async () => {
    const { document, deliveryId, system } = await sendElsewhere(away);
    recalls.remote.channel.answer = async () => arrived;
    const later = await recalls.send([system.agencyId], { corrected: { id: document.id, kind: 'replaces' } });
    const [laterDelivery = ''] = later.deliveryIds;
    await recalls.remote.carry(laterDelivery);
    const { given } = recalls.remote.channel;
    const before = given.length;
    await get(ReportDelivery).execute(system, laterDelivery, report({ code: '15' }));
    recalls.remote.later(60 * 60_000);
    await recalls.remote.work();
    expect(given).toHaveLength(before);
    expect(await recalls.remote.shown(deliveryId)).toMatchObject({ state: 'replaced', transportState: 'done' });
  });
});

describe('the electronic share after all of this', () => {
  it('equals what a recount finds', async () => {
    expect((await get(RecountShare).execute()).differences).toEqual([]);
  });
});
