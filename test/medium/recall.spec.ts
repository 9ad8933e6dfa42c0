import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ArchiveEntriesQuery } from '#archive';
import type { Actor } from '#contracts';
import { DeliverDispatch, ReportDelivery, SendCopies, TellRecall, type TryOutcome } from '#exchange';
import {
  AcceptArrival,
  ArrivalQuery,
  ArrivalsQuery,
  CompleteArrival,
  DecideRequest,
  DeskCountsQuery,
  RefuseArrival,
} from '#incoming';
import { RecountShare } from '#metrics';
import { createTestDatabase, type TestDatabase, waitUntil } from '#testing';
import { arrived, away } from './remote-world.js';
import { gate } from './gate.js';
import { RecallWorld } from './recall-world.js';

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
const shown = (deliveryId: string) => recalls.remote.shown(deliveryId);

/** A document at one agency of this system. */
async function oneArrival() {
  const receiver = await recalls.world.aClerk();
  const { document, deliveryIds } = await recalls.deliver([receiver.agencyId]);
  const deliveryId = deliveryIds[0] ?? '';
  return { receiver, document, deliveryId, arrivalId: await recalls.arrivalOf(deliveryId) };
}

async function oneRegistered() {
  const one = await oneArrival();
  const arrivalNumber = await get(AcceptArrival).execute(one.receiver, one.arrivalId);
  return { ...one, arrivalNumber };
}

async function requestAt(receiver: Actor, arrivalId: string) {
  const [request] = (await get(ArrivalQuery).view(receiver, arrivalId)).requests;
  if (request === undefined) {
    throw new Error('nothing is asked');
  }
  return request;
}

const decide = async (receiver: Actor, arrivalId: string, agrees: boolean, note = '') =>
  get(DecideRequest).execute(receiver, arrivalId, (await requestAt(receiver, arrivalId)).id, { agrees, note });

describe('a recall of what is still in the queue', () => {
  it('stops it: it never arrives, and counts as taken back', async () => {
    const [agencyId = ''] = await recalls.world.agencies(1);
    const sent = await recalls.send([agencyId]);
    expect(await recalls.recall(sent.document.id)).toEqual({ withdrawn: 1, asked: 0, onPaper: 0 });
    await get(DeliverDispatch).execute(sent);
    expect(await shown(sent.deliveryIds[0] ?? '')).toMatchObject({
      transportState: 'cancelled',
      state: 'recalled',
      codes: ['sent', 'recalled'],
    });
    expect(await recalls.world.tally(sent.document.id)).toMatchObject({ queued: 0, arrivals: 0 });
  });

  it('stops what failed and waits for somebody to look', async () => {
    const [agencyId = ''] = await recalls.world.agencies(1);
    const { document, deliveryIds } = await recalls.send([agencyId]);
    await recalls.world.database.query(
      `UPDATE deliveries SET transport_state = 'failed', state = 'needs-attention' WHERE id = ANY ($1)`,
      [deliveryIds],
    );
    expect(await recalls.recall(document.id)).toMatchObject({ withdrawn: 1 });
    expect(await shown(deliveryIds[0] ?? '')).toMatchObject({ transportState: 'cancelled', state: 'recalled' });
  });
});

describe('a recall of what has arrived and is not registered', () => {
  it('seals it at once: its content can’t be opened, nobody works on it, and who, when, why and what stays', async () => {
    const { receiver, document, deliveryId, arrivalId } = await oneArrival();
    const file = (await get(ArrivalQuery).view(receiver, arrivalId)).attachments[0]?.id ?? '';
    expect(await recalls.recall(document.id)).toEqual({ withdrawn: 1, asked: 0, onPaper: 0 });

    const view = await get(ArrivalQuery).view(receiver, arrivalId);
    expect(view).toMatchObject({ state: 'recalled', attachments: [], actions: [], arrivalNumber: null });
    expect(view.requests).toMatchObject([
      {
        kind: 'recall',
        state: 'effective',
        reason: 'Ban hành nhầm bản dự thảo',
        digest: document.digest,
        mayDecide: false,
      },
    ]);
    expect(view.timeline.map(({ event, note }) => [event, note])).toContainEqual([
      'arrival.recalled',
      'Ban hành nhầm bản dự thảo',
    ]);
    await expect(get(ArrivalQuery).attachment(receiver, arrivalId, file)).rejects.toMatchObject({
      code: 'arrival.recalled',
    });
    await expect(get(AcceptArrival).execute(receiver, arrivalId)).rejects.toMatchObject({ code: 'arrival.recalled' });
    await expect(get(RefuseArrival).execute(receiver, arrivalId, 'Nhầm')).rejects.toMatchObject({
      code: 'arrival.recalled',
    });
    expect(await shown(deliveryId)).toMatchObject({ state: 'recalled', codes: ['sent', '01', 'recalled'] });
  });

  it('leaves the clerk’s work and lies among what was taken back', async () => {
    const { receiver, document, arrivalId } = await oneArrival();
    await recalls.recall(document.id);
    const box = async (name: 'to-receive' | 'taken-back') =>
      (await get(ArrivalsQuery).page(receiver, { box: name, limit: 50 })).items.map(({ id }) => id);
    expect(await box('to-receive')).toEqual([]);
    expect(await box('taken-back')).toEqual([arrivalId]);
    expect(await get(DeskCountsQuery).of(receiver)).toMatchObject({ toReceive: 0, senderRequests: 0 });
  });

  it('is left out of the electronic share, with the reason', async () => {
    const { document, deliveryId } = await oneArrival();
    expect(await recalls.isExcluded(deliveryId)).toBeNull();
    await recalls.recall(document.id);
    expect(await recalls.isExcluded(deliveryId)).toBe('recalled');
  });

  it('freezes the document: no further copies, and it is recalled once', async () => {
    const { document } = await oneArrival();
    await recalls.recall(document.id);
    expect(await recalls.stateOf('documents', document.id)).toBe('recalled');
    const [agencyId = ''] = await recalls.world.agencies(1);
    const copies = { recipients: [{ agencyId, channel: 'electronic', paperReason: null }], groups: [], externals: [] };
    await expect(
      get(SendCopies).execute(recalls.clerk, document.id, { ...copies, people: [] } as never),
    ).rejects.toMatchObject({ code: 'document.wrong-state' });
    await expect(recalls.recall(document.id)).rejects.toMatchObject({ code: 'document.nothing-to-recall' });
  });
});

describe('a recall of what is registered', () => {
  it('asks (13): the work goes on until the recipient’s clerk decides', async () => {
    const { receiver, document, deliveryId, arrivalId } = await oneRegistered();
    expect(await recalls.recall(document.id)).toEqual({ withdrawn: 0, asked: 1, onPaper: 0 });
    expect(await shown(deliveryId)).toMatchObject({ state: 'accepted', codes: ['sent', '01', '03', '13'] });
    expect(await recalls.stateOf('arrivals', arrivalId)).toBe('accepted');
    expect(await requestAt(receiver, arrivalId)).toMatchObject({ kind: 'recall', state: 'asked', mayDecide: true });
    expect(await get(DeskCountsQuery).of(receiver)).toMatchObject({ senderRequests: 1 });
    const asked = await get(ArrivalsQuery).page(receiver, { box: 'asked', limit: 50 });
    expect(asked.items).toMatchObject([{ id: arrivalId, asked: 'recall' }]);
  });

  it('takes effect when the clerk agrees (15): sealed, no work, its number stays, and it counts in the share', async () => {
    const { receiver, document, deliveryId, arrivalId, arrivalNumber } = await oneRegistered();
    await recalls.recall(document.id);
    await decide(receiver, arrivalId, true);
    const view = await get(ArrivalQuery).view(receiver, arrivalId);
    expect(view).toMatchObject({ state: 'recalled', arrivalNumber, attachments: [], actions: [] });
    expect(view.requests).toMatchObject([{ state: 'agreed', decidedBy: receiver.fullName }]);
    expect(await shown(deliveryId)).toMatchObject({
      state: 'recalled-after-registration',
      codes: ['sent', '01', '03', '13', '15', 'recalled-after-registration'],
    });
    expect(await recalls.isExcluded(deliveryId)).toBeNull();
    await expect(get(CompleteArrival).execute(receiver, arrivalId)).rejects.toMatchObject({ code: 'arrival.recalled' });
  });

  it('of a completed one can be agreed to as well', async () => {
    const { receiver, document, arrivalId } = await oneRegistered();
    await get(CompleteArrival).execute(receiver, arrivalId);
    await recalls.recall(document.id);
    const archived = async () => (await get(ArchiveEntriesQuery).page(receiver, { limit: 9 })).items;
    expect(await archived()).toMatchObject([{ isRecalled: false }]);
    await decide(receiver, arrivalId, true);
    expect(await recalls.stateOf('arrivals', arrivalId)).toBe('recalled');
    expect(await archived()).toMatchObject([{ sourceId: arrivalId, isRecalled: true }]);
  });

  it('changes nothing when the clerk refuses with a reason (16), and can be asked again', async () => {
    const { receiver, document, deliveryId, arrivalId } = await oneRegistered();
    await recalls.recall(document.id);
    await expect(decide(receiver, arrivalId, false)).rejects.toMatchObject({ code: 'sender-request.reason-missing' });
    await decide(receiver, arrivalId, false, 'Đã thi hành xong');
    expect(await shown(deliveryId)).toMatchObject({ state: 'accepted', codes: ['sent', '01', '03', '13', '16'] });
    expect(await recalls.stateOf('arrivals', arrivalId)).toBe('accepted');
    expect(await recalls.recall(document.id)).toMatchObject({ asked: 1 });
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall asked', 'recall refused']);
  });

  it('is decided once, by a clerk of the recipient', async () => {
    const { receiver, document, arrivalId } = await oneRegistered();
    await recalls.recall(document.id);
    const { id } = await requestAt(receiver, arrivalId);
    const by = (actor: Actor) => get(DecideRequest).execute(actor, arrivalId, id, { agrees: true, note: '' });
    await expect(by(recalls.clerk)).rejects.toMatchObject({ code: 'not-found' });
    await expect(by({ ...receiver, role: 'leader' })).rejects.toMatchObject({ code: 'permission.denied' });
    const clicks = await Promise.allSettled(Array.from({ length: 4 }, () => by(receiver)));
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = clicks.flatMap((click) => (click.status === 'rejected' ? [click.reason as unknown] : []));
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: 'sender-request.decided' });
    }
  });

  it('can’t be decided under the page of another document', async () => {
    const { receiver, document, arrivalId } = await oneRegistered();
    await recalls.recall(document.id);
    const { id } = await requestAt(receiver, arrivalId);
    const { deliveryIds } = await recalls.deliver([receiver.agencyId]);
    const otherId = await recalls.arrivalOf(deliveryIds[0] ?? '');
    await expect(get(DecideRequest).execute(receiver, otherId, id, { agrees: true, note: '' })).rejects.toMatchObject({
      code: 'sender-request.decided',
    });
  });
});

describe('whom a recall reaches', () => {
  it('is those chosen; the document lives on with the others', async () => {
    const receiver = await recalls.world.aClerk();
    const [other = ''] = await recalls.world.agencies(1);
    const { document, deliveryIds } = await recalls.deliver([receiver.agencyId, other]);
    const [first = '', second = ''] = deliveryIds;
    expect(await recalls.recall(document.id, [first])).toEqual({ withdrawn: 1, asked: 0, onPaper: 0 });
    expect(await recalls.stateOf('documents', document.id)).toBe('sent');
    expect(await shown(second)).toMatchObject({ state: 'arrived' });
    await expect(recalls.recall(document.id, [first])).rejects.toMatchObject({ code: 'delivery.not-recallable' });
    await recalls.recall(document.id, [second]);
    expect(await recalls.stateOf('documents', document.id)).toBe('recalled');
  });

  it('is nobody who sent it back or got paper', async () => {
    const { receiver, document, arrivalId, deliveryId } = await oneArrival();
    await get(RefuseArrival).execute(receiver, arrivalId, 'Gửi nhầm');
    await expect(recalls.recall(document.id)).rejects.toMatchObject({ code: 'document.nothing-to-recall' });
    await expect(recalls.recall(document.id, [deliveryId])).rejects.toMatchObject({ code: 'delivery.not-recallable' });
    const another = await oneArrival();
    await expect(recalls.recall(document.id, [another.deliveryId])).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is decided by the clerk of the sender alone', async () => {
    const { receiver, document } = await oneArrival();
    await expect(recalls.recall(document.id, null, receiver)).rejects.toMatchObject({ code: 'not-found' });
    await expect(recalls.recall(document.id, null, { ...recalls.clerk, role: 'leader' })).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });
});

describe('a recall and an acceptance in the same moment', () => {
  /** Whether the acceptance won, and what each side then has. */
  async function race(recallFirst: boolean) {
    const { receiver, document, deliveryId, arrivalId } = await oneArrival();
    const recall = () => recalls.recall(document.id);
    const accept = () => get(AcceptArrival).execute(receiver, arrivalId);
    const [first, second] = await Promise.allSettled(recallFirst ? [recall(), accept()] : [accept(), recall()]);
    const [recalled, accepted] = recallFirst ? [first, second] : [second, first];
    return {
      won: accepted.status === 'fulfilled' ? 'acceptance' : 'recall',
      refused: accepted.status === 'rejected' ? (accepted.reason as { code: string }).code : null,
      recalled: recalled.status === 'fulfilled' ? recalled.value : recalled.reason,
      arrival: await recalls.stateOf('arrivals', arrivalId),
      delivery: (await shown(deliveryId)).state,
      requests: await recalls.requestsAbout(deliveryId),
    };
  }

  const ends = {
    acceptance: {
      won: 'acceptance',
      refused: null,
      recalled: { withdrawn: 0, asked: 1, onPaper: 0 },
      arrival: 'accepted',
      delivery: 'accepted',
      requests: ['recall asked'],
    },
    recall: {
      won: 'recall',
      refused: 'arrival.recalled',
      recalled: { withdrawn: 1, asked: 0, onPaper: 0 },
      arrival: 'recalled',
      delivery: 'recalled',
      requests: ['recall effective'],
    },
  } as const;

  it('end in one of the two, never in both', async () => {
    for (let round = 0; round < 24; round += 1) {
      const end = await race(round % 2 === 0);
      expect(end).toEqual(ends[end.won as keyof typeof ends]);
    }
  });

  it('and a delivery that is just being carried out end with every recipient either never reached or sealed', async () => {
    for (let round = 0; round < 10; round += 1) {
      const agencies = await recalls.world.agencies(30);
      const sent = await recalls.send(agencies);
      const [carried, recalled] = await Promise.allSettled([
        get(DeliverDispatch).execute(sent),
        recalls.recall(sent.document.id),
      ]);
      expect([carried.status, recalled.status]).toEqual(['fulfilled', 'fulfilled']);
      const open = `arrivals WHERE state <> 'recalled' AND delivery_id IN (SELECT id FROM deliveries WHERE document_id = $1)`;
      expect(await recalls.world.count(open, [sent.document.id])).toBe(0);
      const states = `deliveries WHERE document_id = $1 AND state = 'recalled'`;
      expect(await recalls.world.count(states, [sent.document.id])).toBe(30);
    }
  });

  it('of two clerks who recall at once, one does', async () => {
    const { document } = await oneRegistered();
    const clicks = await Promise.allSettled([recalls.recall(document.id), recalls.recall(document.id)]);
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a recall from a system elsewhere', () => {
  const tell = async (deliveryId: string) => {
    const [request] = await recalls.world.database.query<{ id: string }>(
      `SELECT id FROM sender_requests WHERE delivery_id = $1 AND kind = 'recall'`,
      [deliveryId],
    );
    await get(TellRecall).byWebhook({ requestId: request?.id ?? '' });
  };
  const promised = () => recalls.world.count(`outbox_messages WHERE job = 'tell-recall-by-webhook'`);

  async function sendElsewhere(answer: TryOutcome = arrived) {
    recalls.remote.channel.answer = async () => answer;
    const agencyId = await recalls.remote.agencyElsewhere();
    const { document, deliveryIds } = await recalls.send([agencyId]);
    return { agencyId, document, deliveryId: deliveryIds[0] ?? '' };
  }

  it('that was never tried is over at once, and nothing is told', async () => {
    const { document, deliveryId } = await sendElsewhere();
    expect(await recalls.recall(document.id)).toMatchObject({ withdrawn: 1, asked: 0 });
    expect(await promised()).toBe(0);
    await recalls.remote.work();
    expect(await shown(deliveryId)).toMatchObject({ transportState: 'cancelled', state: 'recalled', tries: 0 });
  });

  it('that a worker begins to try while the recall waits for it is told', async () => {
    const { database } = recalls.world;
    const { document, deliveryId } = await sendElsewhere();
    const [begun, mayCommit] = [gate(), gate()];
    const trying = database.transaction(async () => {
      await database.query(`UPDATE deliveries SET transport_state = 'sending', tries = 1 WHERE id = $1`, [deliveryId]);
      await database.query(
        `INSERT INTO delivery_tries (delivery_id, number, channel, began_at) VALUES ($1, 1, 'webhook', now())`,
        [deliveryId],
      );
      begun.open();
      await mayCommit.opened;
    });
    await begun.opened;
    const recalling = recalls.recall(document.id);
    await waitUntil('the recall waits for the delivery', 20_000, async () => {
      const waiting = `pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return (await recalls.world.count(waiting)) > 0;
    });
    mayCommit.open();
    await trying;
    expect(await recalling).toMatchObject({ withdrawn: 0, asked: 1 });
    expect(await promised()).toBe(1);
  });

  it('that was tried may be there: it is told, and not tried again', async () => {
    const { document, deliveryId, agencyId } = await sendElsewhere(away);
    await recalls.remote.work();
    expect(await recalls.recall(document.id)).toMatchObject({ withdrawn: 0, asked: 1 });
    expect(await promised()).toBe(1);
    recalls.remote.channel.recallAnswer = { kind: 'taken-back' };
    await tell(deliveryId);
    expect(recalls.remote.channel.told.at(-1)).toMatchObject({
      deliveryId,
      agencyId,
      reason: 'Ban hành nhầm bản dự thảo',
      digest: document.digest,
    });
    expect(await shown(deliveryId)).toMatchObject({ transportState: 'cancelled', state: 'recalled', tries: 1 });
  });

  it('that has to ask there waits for 15 or 16, which its system reports', async () => {
    const { document, deliveryId, agencyId } = await sendElsewhere();
    await recalls.remote.work();
    recalls.remote.channel.recallAnswer = { kind: 'asked' };
    await recalls.recall(document.id);
    await tell(deliveryId);
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall asked']);
    const system = { ...(await recalls.world.aClerk(agencyId)) };
    const report = { eventId: 'a', code: '15', occurredAt: recalls.world.clock.now().toISOString() };
    const rest = { actor: 'Văn thư', note: null, arrivalNumber: null, requestId: null };
    await get(ReportDelivery).execute(system, deliveryId, { ...report, ...rest });
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall agreed']);
    expect(await shown(deliveryId)).toMatchObject({ state: 'recalled-after-registration' });
  });

  it('is tried again while it can’t be told, and ends where no try can mend it', async () => {
    const { document, deliveryId } = await sendElsewhere();
    await recalls.remote.work();
    await recalls.recall(document.id);
    recalls.remote.channel.recallAnswer = away as never;
    await expect(tell(deliveryId)).rejects.toThrow('ECONNREFUSED');
    recalls.remote.channel.recallAnswer = { kind: 'permanent', cause: 'rejected', detail: '422' };
    await expect(tell(deliveryId)).rejects.toMatchObject({ name: 'PermanentFailure' });
    expect(await recalls.requestsAbout(deliveryId)).toEqual(['recall asked']);
  });
});

describe('the electronic share after all of this', () => {
  it('equals what a recount finds', async () => {
    expect((await get(RecountShare).execute()).differences).toEqual([]);
  });
});
