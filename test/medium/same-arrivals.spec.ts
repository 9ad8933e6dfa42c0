import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { AcceptArrival, ArrivalQuery, RefuseArrival } from '#incoming';
import { anArrival, aPost, anActor, createTestDatabase, type TestDatabase } from '#testing';
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

async function arrive(overrides: Parameters<typeof anArrival>[1] = {}): Promise<string> {
  return (await anArrival(senders.world.database, { agencyId: clerk.agencyId, ...overrides })).id;
}

async function sameAs(id: string, by: Actor = clerk): Promise<string[]> {
  return (await senders.world.get(ArrivalQuery).view(by, id)).sameAs.map((one) => one.id);
}

describe('what seems to be the same document', () => {
  it('has the same symbol of the same issuer, registered or waiting, whatever its letters', async () => {
    const registered = await arrive({ symbol: '12/CT-BTP' });
    await senders.world.get(AcceptArrival).execute(clerk, registered);
    const waiting = await arrive({ symbol: '12/ct-btp' });
    const next = await arrive({ symbol: '12/CT-BTP' });
    expect(await sameAs(next)).toEqual([waiting, registered]);
    expect(await sameAs(registered)).toEqual([]);
  });

  it('is not what another issuer sent, what went back, or what is another agency’s', async () => {
    await arrive({ symbol: '13/CT-BTP', senderName: 'Bộ Tài chính' });
    const refused = await arrive({ symbol: '13/CT-BTP' });
    await senders.world.get(RefuseArrival).execute(clerk, refused, 'Gửi trùng');
    await anArrival(senders.world.database, { symbol: '13/CT-BTP' });
    expect(await sameAs(await arrive({ symbol: '13/CT-BTP' }))).toEqual([]);
  });

  it('has the same id, sent to two agencies one of which took the other’s place', async () => {
    const { deliveryIds } = await senders.deliver([clerk.agencyId, (await senders.world.aClerk()).agencyId]);
    const [first = '', second = ''] = await Promise.all(deliveryIds.map(async (id) => senders.arrivalOf(id)));
    await senders.world.database.query(`UPDATE arrivals SET agency_id = $2, symbol = 'cách viết khác' WHERE id = $1`, [
      second,
      clerk.agencyId,
    ]);
    expect(await sameAs(first)).toEqual([second]);
  });

  it('is told to the clerk alone', async () => {
    await arrive({ symbol: '14/CT-BTP' });
    const id = await arrive({ symbol: '14/CT-BTP' });
    const { id: postId } = await aPost(senders.world.database, { agencyId: clerk.agencyId, role: 'leader' });
    const leader = anActor({ agencyId: clerk.agencyId, role: 'leader', postId });
    expect(await sameAs(id)).toHaveLength(1);
    expect(await sameAs(id, leader)).toEqual([]);
  });
});
