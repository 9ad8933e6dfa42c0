import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#contracts';
import { DeliverDispatch } from '#exchange';
import { AcceptArrival, ArrivalQuery, ForwardArrival, RefuseArrival } from '#incoming';
import { RecountShare } from '#metrics';
import { anActor, anAgency, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { RecallWorld } from './recall-world.js';

let testDatabase: TestDatabase;
let senders: RecallWorld;
let clerk: Actor;
let right: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  senders = await RecallWorld.open(testDatabase.url);
  clerk = await senders.world.aClerk();
  right = await senders.world.aClerk();
});

afterAll(async () => {
  await senders.world.close();
  await testDatabase.drop();
});

const refusal = (code: string) => expect.objectContaining({ code });

async function arrived(recipients: readonly string[] = [clerk.agencyId]) {
  const { document, deliveryIds } = await senders.deliver(recipients);
  const [deliveryId = ''] = deliveryIds;
  return { document, deliveryId, arrivalId: await senders.arrivalOf(deliveryId) };
}

const forward = async (arrivalId: string, toAgencyId = right.agencyId, by: Actor = clerk): Promise<void> =>
  senders.world.get(ForwardArrival).execute(by, arrivalId, { toAgencyId, reason: 'Thuộc thẩm quyền Sở khác' });

/** Recipient and state of every delivery of a document, in the order sent. */
async function deliveriesOf(
  documentId: string,
): Promise<{ id: string; dispatchId: string; recipientId: string; state: string }[]> {
  return senders.world.database.query(
    `SELECT id, dispatch_id AS "dispatchId", recipient_id AS "recipientId", state
       FROM deliveries WHERE document_id = $1 ORDER BY id`,
    [documentId],
  );
}

describe('a document that was addressed to the wrong agency', () => {
  it('goes on to the right one in the name of its sender, who sees where it went and why', async () => {
    const { document, deliveryId, arrivalId } = await arrived();
    await forward(arrivalId);
    const view = await senders.world.get(ArrivalQuery).view(clerk, arrivalId);
    const { name } = await anAgencyOf(right);
    expect(view).toMatchObject({ state: 'refused', refusalReason: `Chuyển đến ${name}: Thuộc thẩm quyền Sở khác` });
    const [first, second] = await deliveriesOf(document.id);
    expect(first).toMatchObject({ id: deliveryId, state: 'refused' });
    expect(second).toMatchObject({ recipientId: right.agencyId, state: 'queued' });
    await senders.world.get(DeliverDispatch).execute({ dispatchId: second?.dispatchId ?? '' });
    const there = await senders.world.get(ArrivalQuery).view(right, await senders.arrivalOf(second?.id ?? ''));
    expect(there).toMatchObject({ state: 'arrived', symbol: document.symbol, digest: document.digest });
    const [event] = await senders.world.database.query<{ note: string }>(
      `SELECT note FROM tracking_events WHERE delivery_id = $1 AND code = '02'`,
      [deliveryId],
    );
    expect(event?.note).toContain('Thuộc thẩm quyền Sở khác');
    const said = await senders.world.count(
      `audit_entries WHERE action = 'document.forwarded' AND object_id = '${document.id}'`,
    );
    expect(said).toBe(1);
    expect(await senders.isExcluded(deliveryId)).toBe('refused');
    expect((await senders.world.get(RecountShare).execute()).differences).toEqual([]);
  });

  it.each([
    ['back to its sender', async () => senders.clerk.agencyId, 'arrival.not-forwardable'],
    ['to the agency itself', async () => clerk.agencyId, 'document.recipient-self'],
    ['to an agency that nobody knows', async () => crypto.randomUUID(), 'document.unknown-recipient'],
    [
      'to one that is closed',
      async () => (await anAgency(senders.world.database, { validTo: '2016-12-31' })).id,
      'document.unknown-recipient',
    ],
  ])('does not go %s, and stays where it is', async (_where, agency, code) => {
    const { document, arrivalId } = await arrived();
    await expect(forward(arrivalId, await agency())).rejects.toEqual(refusal(code));
    expect(await senders.stateOf('arrivals', arrivalId)).toBe('arrived');
    expect(await deliveriesOf(document.id)).toHaveLength(1);
  });

  it('does not go to one that has it, nor once it is accepted or taken back', async () => {
    const twice = await arrived([clerk.agencyId, right.agencyId]);
    await expect(forward(twice.arrivalId)).rejects.toEqual(refusal('document.recipient-has-copy'));
    const accepted = await arrived();
    await senders.world.get(AcceptArrival).execute(clerk, accepted.arrivalId);
    await expect(forward(accepted.arrivalId)).rejects.toEqual(refusal('arrival.already-accepted'));
    expect(await deliveriesOf(accepted.document.id)).toHaveLength(1);
    const recalled = await arrived();
    await senders.recall(recalled.document.id);
    await expect(forward(recalled.arrivalId)).rejects.toEqual(refusal('arrival.not-forwardable'));
  });

  it('is forwarded by the clerk alone', async () => {
    const { arrivalId } = await arrived();
    const { id } = await aPost(senders.world.database, { agencyId: clerk.agencyId, role: 'leader' });
    const leader = anActor({ agencyId: clerk.agencyId, role: 'leader', postId: id });
    await expect(forward(arrivalId, right.agencyId, leader)).rejects.toEqual(refusal('permission.denied'));
    await expect(forward(arrivalId, clerk.agencyId, right)).rejects.toEqual(refusal('not-found'));
  });

  it.each([
    ['forwarded', async (id: string) => forward(id)],
    ['accepted', async (id: string) => senders.world.get(AcceptArrival).execute(clerk, id)],
    ['refused', async (id: string) => senders.world.get(RefuseArrival).execute(clerk, id, 'Khác')],
  ])('is forwarded or %s, never both, by two who click at once', async (_what, other) => {
    for (let round = 0; round < 5; round += 1) {
      const { document, deliveryId, arrivalId } = await arrived();
      const outcomes = await Promise.allSettled([forward(arrivalId), other(arrivalId)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const codes = await senders.world.count(
        `tracking_events WHERE delivery_id = '${deliveryId}' AND code IN ('02', '03')`,
      );
      expect(codes).toBe(1);
      const isForwarded = (await deliveriesOf(document.id)).length === 2;
      const stands = await senders.world.get(ArrivalQuery).view(clerk, arrivalId);
      expect(stands.refusalReason?.startsWith('Chuyển đến') ?? false).toBe(isForwarded);
    }
  });

  it('is forwarded or taken back, never both', async () => {
    const { document, arrivalId } = await arrived();
    const [forwarded] = await Promise.allSettled([forward(arrivalId), senders.recall(document.id)]);
    const states = (await deliveriesOf(document.id)).map(({ state }) => state);
    expect(states).toEqual(forwarded.status === 'fulfilled' ? ['refused', 'recalled'] : ['recalled']);
  });
});

async function anAgencyOf({ agencyId }: Actor): Promise<{ name: string }> {
  const [agency] = await senders.world.database.query<{ name: string }>('SELECT name FROM agencies WHERE id = $1', [
    agencyId,
  ]);
  return agency ?? { name: '' };
}
