import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DeliverDispatch } from '#exchange';
import { AcceptArrival, ArrivalComparisonQuery, ArrivalQuery, CompleteArrival, DecideRequest } from '#incoming';
import { RecountShare } from '#metrics';
import { createTestDatabase, type TestDatabase } from '#testing';
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
const shown = (deliveryId = '') => recalls.remote.shown(deliveryId);

/** A document at one agency of this system, and what corrects, amends or replaces it on its way there. */
async function earlierAndLater(kind: 'corrects' | 'amends' | 'replaces', isRegistered: boolean) {
  const receiver = await recalls.world.aClerk();
  const earlier = await recalls.deliver([receiver.agencyId]);
  const [earlierDelivery = ''] = earlier.deliveryIds;
  const earlierId = await recalls.arrivalOf(earlierDelivery);
  if (isRegistered) {
    await get(AcceptArrival).execute(receiver, earlierId);
  }
  const later = await recalls.deliver([receiver.agencyId], { corrected: { id: earlier.document.id, kind } });
  const [laterDelivery = ''] = later.deliveryIds;
  const laterId = await recalls.arrivalOf(laterDelivery);
  return { receiver, earlier, earlierDelivery, earlierId, later, laterDelivery, laterId };
}

type Pair = Awaited<ReturnType<typeof earlierAndLater>>;

async function decide({ receiver, earlierId }: Pair, agrees: boolean, note = ''): Promise<void> {
  const [request] = (await get(ArrivalQuery).view(receiver, earlierId)).requests;
  await get(DecideRequest).execute(receiver, earlierId, request?.id ?? '', { agrees, note });
}

describe('a replacement of what is not registered', () => {
  it('takes its place at once, and both lead to each other', async () => {
    const { receiver, earlierDelivery, earlierId, laterId } = await earlierAndLater('replaces', false);
    expect(await recalls.stateOf('arrivals', earlierId)).toBe('replaced');
    expect(await recalls.stateOf('arrivals', laterId)).toBe('arrived');
    expect(await shown(earlierDelivery)).toMatchObject({ state: 'replaced', codes: ['sent', '01', 'replaced'] });
    await expect(get(AcceptArrival).execute(receiver, earlierId)).rejects.toMatchObject({ code: 'arrival.replaced' });

    const before = await get(ArrivalQuery).view(receiver, earlierId);
    const after = await get(ArrivalQuery).view(receiver, laterId);
    expect(before.requests).toMatchObject([
      { kind: 'replace', state: 'effective', isBy: false, other: { arrivalId: laterId } },
    ]);
    expect(after.requests).toMatchObject([{ isBy: true, other: { arrivalId: earlierId, state: 'replaced' } }]);
    expect(before.attachments).toHaveLength(2);
  });

  it('counts both exchanges in the electronic share: both moved', async () => {
    const { earlierDelivery, laterDelivery } = await earlierAndLater('replaces', false);
    expect(await recalls.isExcluded(earlierDelivery)).toBeNull();
    expect(await recalls.isExcluded(laterDelivery)).toBeNull();
  });

  it('holds too when the earlier document arrives after it', async () => {
    const receiver = await recalls.world.aClerk();
    const earlier = await recalls.send([receiver.agencyId]);
    const later = await recalls.deliver([receiver.agencyId], {
      corrected: { id: earlier.document.id, kind: 'replaces' },
    });
    expect(await recalls.requestsAbout(earlier.deliveryIds[0] ?? '')).toEqual(['replace sent']);
    await get(DeliverDispatch).execute(earlier);
    expect(await recalls.stateOf('arrivals', await recalls.arrivalOf(earlier.deliveryIds[0] ?? ''))).toBe('replaced');
    expect(await shown(earlier.deliveryIds[0])).toMatchObject({ transportState: 'done', state: 'replaced' });
    expect(await recalls.stateOf('arrivals', await recalls.arrivalOf(later.deliveryIds[0] ?? ''))).toBe('arrived');
  });

  it('holds when both arrive in the same moment', async () => {
    for (let round = 0; round < 10; round += 1) {
      const receiver = await recalls.world.aClerk();
      const earlier = await recalls.send([receiver.agencyId]);
      const later = await recalls.send([receiver.agencyId], {
        corrected: { id: earlier.document.id, kind: 'replaces' },
      });
      await Promise.all([get(DeliverDispatch).execute(earlier), get(DeliverDispatch).execute(later)]);
      expect(await recalls.requestsAbout(earlier.deliveryIds[0] ?? '')).toEqual(['replace effective']);
    }
  });

  it('and the acceptance of the earlier one in the same moment end in one of the two', async () => {
    for (let round = 0; round < 15; round += 1) {
      const receiver = await recalls.world.aClerk();
      const earlier = await recalls.deliver([receiver.agencyId]);
      const [earlierDelivery = ''] = earlier.deliveryIds;
      const earlierId = await recalls.arrivalOf(earlierDelivery);
      const later = await recalls.send([receiver.agencyId], {
        corrected: { id: earlier.document.id, kind: 'replaces' },
      });
      const [accepted] = await Promise.allSettled([
        get(AcceptArrival).execute(receiver, earlierId),
        get(DeliverDispatch).execute(later),
      ]);
      expect([await recalls.stateOf('arrivals', earlierId), await recalls.requestsAbout(earlierDelivery)]).toEqual(
        accepted.status === 'fulfilled' ? ['accepted', ['replace asked']] : ['replaced', ['replace effective']],
      );
      expect(await recalls.stateOf('arrivals', await recalls.arrivalOf(later.deliveryIds[0] ?? ''))).toBe('arrived');
    }
  });
});

describe('a replacement of what is registered', () => {
  it('is asked for; when the clerk agrees the earlier one leaves the work and keeps its number', async () => {
    const pair = await earlierAndLater('replaces', true);
    expect(await recalls.stateOf('arrivals', pair.earlierId)).toBe('accepted');
    expect(await shown(pair.earlierDelivery)).toMatchObject({ codes: ['sent', '01', '03', 'replace-asked'] });
    await decide(pair, true);
    const view = await get(ArrivalQuery).view(pair.receiver, pair.earlierId);
    expect(view).toMatchObject({ state: 'replaced', actions: [] });
    expect(view.arrivalNumber).not.toBeNull();
    expect(await shown(pair.earlierDelivery)).toMatchObject({
      state: 'replaced',
      codes: ['sent', '01', '03', 'replace-asked', '15', 'replaced'],
    });
    await expect(get(CompleteArrival).execute(pair.receiver, pair.earlierId)).rejects.toMatchObject({
      code: 'arrival.replaced',
    });
  });

  it('leaves it as it is when the clerk refuses', async () => {
    const pair = await earlierAndLater('replaces', true);
    await decide(pair, false, 'Đã thi hành');
    expect(await recalls.stateOf('arrivals', pair.earlierId)).toBe('accepted');
    expect(await shown(pair.earlierDelivery)).toMatchObject({ state: 'accepted', codes: [...sentAsked, '16'] });
  });

  it('is asked for no more once the replacement itself was taken back', async () => {
    const pair = await earlierAndLater('replaces', true);
    await recalls.recall(pair.later.document.id);
    expect(await recalls.requestsAbout(pair.earlierDelivery)).toEqual(['replace withdrawn']);
    await expect(decide(pair, true)).rejects.toMatchObject({ code: 'sender-request.decided' });
  });
});

const sentAsked = ['sent', '01', '03', 'replace-asked'];

describe('an update', () => {
  it('goes with what is not registered: both are to be received', async () => {
    const pair = await earlierAndLater('corrects', false);
    expect(await recalls.stateOf('arrivals', pair.earlierId)).toBe('arrived');
    expect(await recalls.requestsAbout(pair.earlierDelivery)).toEqual(['update effective']);
    expect(await shown(pair.earlierDelivery)).toMatchObject({ state: 'arrived', codes: ['sent', '01', 'updated'] });
    await get(AcceptArrival).execute(pair.receiver, pair.earlierId);
  });

  it('of what is registered is agreed to, and the work goes on', async () => {
    const pair = await earlierAndLater('amends', true);
    await decide(pair, true);
    expect(await recalls.stateOf('arrivals', pair.earlierId)).toBe('accepted');
    expect(await shown(pair.earlierDelivery)).toMatchObject({
      state: 'accepted',
      codes: ['sent', '01', '03', 'update-asked', '15', 'updated'],
    });
    await get(CompleteArrival).execute(pair.receiver, pair.earlierId);
  });
});

describe('what a document is to its recipients', () => {
  it('is a replacement to those who hold the earlier one and new to the others', async () => {
    const [first = '', second = ''] = await recalls.world.agencies(2);
    const earlier = await recalls.deliver([first]);
    const later = await recalls.deliver([first, second], { corrected: { id: earlier.document.id, kind: 'replaces' } });
    expect(await recalls.requestsAbout(earlier.deliveryIds[0] ?? '')).toEqual(['replace effective']);
    const bySecond = `sender_requests WHERE by_delivery_id = $1`;
    expect(await recalls.world.count(bySecond, [later.deliveryIds[1]])).toBe(0);
  });

  it('is new to everybody when it names the document of another sender', async () => {
    const receiver = await recalls.world.aClerk();
    const earlier = await recalls.deliver([receiver.agencyId]);
    const stranger = await recalls.world.aClerk();
    await recalls.world.database.query('UPDATE documents SET agency_id = $2 WHERE id = $1', [
      earlier.document.id,
      stranger.agencyId,
    ]);
    await recalls.deliver([receiver.agencyId], { corrected: { id: earlier.document.id, kind: 'replaces' } });
    expect(await recalls.requestsAbout(earlier.deliveryIds[0] ?? '')).toEqual([]);
    expect(await recalls.stateOf('arrivals', await recalls.arrivalOf(earlier.deliveryIds[0] ?? ''))).toBe('arrived');
    await recalls.world.database.query('UPDATE documents SET agency_id = $2 WHERE id = $1', [
      earlier.document.id,
      recalls.clerk.agencyId,
    ]);
  });

  it('is told to a system elsewhere with the message, and what it answers (15) counts', async () => {
    const agencyId = await recalls.remote.agencyElsewhere();
    const earlier = await recalls.send([agencyId]);
    await recalls.remote.work();
    const later = await recalls.send([agencyId], { corrected: { id: earlier.document.id, kind: 'replaces' } });
    await recalls.remote.work();
    expect(recalls.remote.channel.given.at(-1)).toMatchObject({ id: later.deliveryIds[0], kind: 'replace' });
    expect(await recalls.requestsAbout(earlier.deliveryIds[0] ?? '')).toEqual(['replace asked']);
  });
});

describe('what changed', () => {
  it('is shown by fields and files of the two', async () => {
    const { receiver, earlier, earlierId, later, laterId } = await earlierAndLater('replaces', false);
    const compared = await get(ArrivalComparisonQuery).of(receiver, laterId, earlierId);
    expect(compared.fields).toContainEqual({
      field: 'symbol',
      before: earlier.document.symbol,
      after: later.document.symbol,
    });
    expect(compared.files.map(({ change }) => change)).toEqual(['same', 'same']);
  });

  it('is not shown of documents that have nothing to do with each other', async () => {
    const { receiver, laterId } = await earlierAndLater('replaces', false);
    const other = await recalls.deliver([receiver.agencyId]);
    const otherId = await recalls.arrivalOf(other.deliveryIds[0] ?? '');
    await expect(get(ArrivalComparisonQuery).of(receiver, laterId, otherId)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is not shown to another agency, and no more once one was taken back', async () => {
    const { receiver, later, laterId, earlierId } = await earlierAndLater('replaces', false);
    const stranger = await recalls.world.aClerk();
    await expect(get(ArrivalComparisonQuery).of(stranger, laterId, earlierId)).rejects.toMatchObject({
      code: 'not-found',
    });
    await recalls.recall(later.document.id);
    await expect(get(ArrivalComparisonQuery).of(receiver, laterId, earlierId)).rejects.toMatchObject({
      code: 'arrival.recalled',
    });
  });
});

describe('the electronic share after all of this', () => {
  it('equals what a recount finds', async () => {
    expect((await get(RecountShare).execute()).differences).toEqual([]);
  });
});
