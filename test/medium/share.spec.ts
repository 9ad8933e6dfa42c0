import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agencyLevels, type ExchangeMode } from '#contracts';
import type { Agency } from '#directory';
import { dayOf } from '#kernel';
import { indicatorOf } from '#metrics';
import { aDelivery, aDispatch, aDocument, anActor, waitUntil } from '#testing';
import { ShareWorld } from './share-world.js';

let world: ShareWorld;
let sender: Agency;
let recipient: Agency;
let province: Agency;

beforeAll(async () => {
  world = await ShareWorld.open();
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  world.clock.moment = new Date('2017-06-01T03:00:00Z');
  sender = await world.anAgency();
  recipient = await world.anAgency({ level: 'district' });
  province = await world.anAgency({ level: 'province' });
});

/** Runs work as if no transaction was open where it is called. */
const outside = AsyncLocalStorage.snapshot();

const exchanged = 'exchanged-between-agencies';
const submitted = 'submitted-to-province';
const nothing = { electronic: 0, electronicWithPaper: 0, paper: 0, total: 0, share: null, paperlessShare: null };

describe('counting', () => {
  it('begins when the document has arrived, not when it is sent', async () => {
    const delivery = await world.send(sender, recipient, 'electronic');
    expect(await world.figure(sender, exchanged)).toMatchObject(nothing);
    await world.reach(delivery);
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronic: 1, total: 1, share: 1 });
    expect(await world.figure(sender, submitted)).toMatchObject(nothing);
  });

  it('takes an event that is told twice once', async () => {
    const delivery = await world.send(sender, recipient, 'electronic');
    await world.reach(delivery);
    await world.record.onReached({ deliveryIds: [delivery.id, delivery.id] });
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronic: 1, total: 1 });
  });

  it('goes by the deliveries and not by what an event claims', async () => {
    const delivery = await world.send(sender, recipient, 'electronic');
    await world.record.onReached({ deliveryIds: [delivery.id] });
    await world.record.onRefused({ deliveryId: delivery.id });
    expect(await world.figure(sender, exchanged)).toMatchObject(nothing);
  });

  it('tells apart electronic, electronic with paper, and paper, in each month', async () => {
    await world.reach(
      await world.send(sender, province, 'electronic', '2017-03-31'),
      await world.send(sender, province, 'electronic-with-paper', '2017-04-01'),
      await world.send(sender, province, 'electronic', '2017-04-30'),
    );
    await world.send(sender, province, 'paper', '2017-04-15');
    const figure = await world.figure(sender, submitted);
    expect(figure).toMatchObject({ electronic: 2, electronicWithPaper: 1, paper: 1, total: 4, share: 0.75 });
    expect(figure.months).toHaveLength(12);
    expect(figure.months[2]).toMatchObject({ month: 3, electronic: 1, total: 1 });
    expect(figure.months[3]).toMatchObject({ month: 4, electronic: 1, electronicWithPaper: 1, paper: 1, total: 3 });
    expect(figure.months[4]).toMatchObject({ month: 5, ...nothing });
  });

  it('leaves out what the recipient refused, and keeps why', async () => {
    const delivery = await world.send(sender, recipient, 'electronic');
    await world.reach(delivery);
    await world.refuse(delivery);
    expect(await world.figure(sender, exchanged)).toMatchObject(nothing);
    expect(await world.list(sender, { indicator: exchanged, year: 2017 })).toEqual([]);
    const rows = await world.database.query('SELECT excluded_reason FROM exchanges WHERE sender_id = $1', [sender.id]);
    expect(rows).toEqual([{ excluded_reason: 'refused' }]);
  });

  it('makes one exchange of two deliveries: paper that follows makes it electronic with paper', async () => {
    const delivery = await world.send(sender, recipient, 'electronic');
    await world.reach(delivery);
    await world.sendAgain(delivery.documentId, recipient, 'paper');
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronicWithPaper: 1, electronic: 0, total: 1 });
  });

  it('forgets a refusal when the document is sent anew and arrives', async () => {
    const first = await world.send(sender, recipient, 'electronic-with-paper');
    await world.reach(first);
    await world.refuse(first);
    await world.reach(await world.sendAgain(first.documentId, recipient, 'electronic'));
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronic: 1, electronicWithPaper: 0, total: 1 });
  });

  it('leaves out copies inside one agency', async () => {
    await world.send(sender, sender, 'paper');
    expect(await world.figure(sender, exchanged)).toMatchObject(nothing);
  });

  it('gives each pair of levels the indicator of the rule', async () => {
    const senders = await Promise.all(agencyLevels.map((level) => world.anAgency({ level })));
    const recipients = await Promise.all(agencyLevels.map((level) => world.anAgency({ level })));
    for (const from of senders) {
      for (const to of recipients) {
        await world.send(from, to, 'paper');
      }
    }
    const rows = await world.database.query(
      'SELECT sender_id, recipient_id, indicator FROM exchanges WHERE sender_id = ANY ($1)',
      [senders.map(({ id }) => id)],
    );
    const expected = senders.flatMap((from) =>
      recipients.map((to) => ({
        sender_id: from.id,
        recipient_id: to.id,
        indicator: indicatorOf(from.level, to.level),
      })),
    );
    expect(rows).toHaveLength(64);
    expect(rows).toEqual(expect.arrayContaining(expected));
  });
});

describe('days are days in Vietnam', () => {
  it('so that a document of the last second of a year counts in that year and the next one in the next', async () => {
    await world.send(sender, recipient, 'paper', dayOf(new Date('2017-12-31T16:59:59.999Z')));
    await world.send(sender, recipient, 'paper', dayOf(new Date('2017-12-31T17:00:00.000Z')));
    const before = await world.figure(sender, exchanged, 2017);
    const after = await world.figure(sender, exchanged, 2018);
    expect([before.total, before.months[11]?.total]).toEqual([1, 1]);
    expect([after.total, after.months[0]?.total]).toEqual([1, 1]);
  });

  it('so that the present year turns seven hours before it does in UTC', async () => {
    const actor = anActor({ agencyId: sender.id });
    world.clock.moment = new Date('2017-12-31T16:59:59Z');
    expect((await world.share.view(actor, {})).year).toBe(2017);
    world.clock.moment = new Date('2017-12-31T17:00:00Z');
    expect(await world.share.view(actor, {})).toMatchObject({ year: 2018, asOf: '2017-12-31T17:00:00.000Z' });
  });
});

describe('targets', () => {
  it.each([
    [2016, null, null],
    [2017, 0.8, 0.6],
    [2019, 0.8, 0.6],
    [2020, 1, 0.8],
    [2026, 1, 0.8],
  ])('of %i are those of the year, else the latest before it', async (year, first, second) => {
    const { indicators } = await world.share.view(anActor({ agencyId: sender.id }), { year });
    expect(indicators.map(({ target }) => target?.value ?? null)).toEqual([first, second]);
  });
});

describe('the list behind a figure', () => {
  it('holds exactly the exchanges counted, newest first, whatever the size of its pages', async () => {
    const days = ['2017-02-01', '2017-02-28', '2017-03-01', '2017-03-01', '2017-12-31', '2018-01-01'];
    for (const day of days) {
      await world.send(sender, recipient, 'paper', day);
    }
    const figure = await world.figure(sender, exchanged);
    for (const limit of [1, 2, 5, 50]) {
      const items = await world.list(sender, { indicator: exchanged, year: 2017 }, limit);
      expect(items).toHaveLength(figure.total);
      expect(items.map(({ issuedOn }) => issuedOn)).toEqual(days.slice(0, 5).toReversed());
      expect(new Set(items.map(({ documentId }) => documentId)).size).toBe(5);
    }
    expect(await world.list(sender, { indicator: exchanged, year: 2017, month: 2 })).toHaveLength(2);
    expect(await world.list(sender, { indicator: exchanged, year: 2017, month: 12 })).toHaveLength(1);
  });

  it('can be narrowed to one mode, and tells who, to whom and what', async () => {
    const document = await aDocument(world.database, { agencyId: sender.id, symbol: '05/QĐ-STP', subject: 'Quy chế' });
    await world.reach(await world.sendAgain(document.id, recipient, 'electronic'));
    await world.send(sender, recipient, 'paper');
    const items = await world.list(sender, { indicator: exchanged, year: 2017, mode: 'electronic' });
    const ref = ({ id, code, name, abbreviation }: Agency) => ({ id, code, name, abbreviation });
    expect(items).toEqual([
      {
        id: document.id,
        documentId: document.id,
        sender: ref(sender),
        recipient: ref(recipient),
        typeName: 'Quyết định',
        symbol: '05/QĐ-STP',
        subject: 'Quy chế',
        issuedOn: '2017-05-02',
        mode: 'electronic',
      },
    ]);
  });

  it.each(['["2017-05-02","x","y"]', '["a"]', '{}'])('refuses the cursor %s', async (key) => {
    const after = Buffer.from(key).toString('base64url');
    const page = world.exchanges.page(anActor(), { indicator: exchanged, limit: 10, after });
    await expect(page).rejects.toThrow('request.invalid');
  });
});

describe('the scope', () => {
  it('of an agency is what it sent; of the province, what everybody sent', async () => {
    const own = anActor({ agencyId: sender.id });
    const all = anActor({ agencyId: province.id, agencyLevel: 'province', role: 'leader' });
    const totalOf = async (actor: typeof own): Promise<number> =>
      (await world.share.view(actor, { year: 2031 })).indicators.reduce((sum, { total }) => sum + total, 0);
    await world.send(sender, recipient, 'paper', '2031-05-02');
    await world.send(recipient, sender, 'paper', '2031-05-02');
    await world.send(recipient, province, 'paper', '2031-05-02');
    expect([await totalOf(own), await totalOf(all)]).toEqual([1, 3]);
    expect((await world.share.view(own, {})).agency?.id).toBe(sender.id);
    expect((await world.share.view(all, {})).agency).toBeNull();
    const query = { indicator: exchanged, year: 2031, limit: 10 } as const;
    expect((await world.exchanges.page(own, query)).items).toHaveLength(1);
    expect((await world.exchanges.page(all, query)).items).toHaveLength(2);
  });
});

describe('at the same time', () => {
  it('the same event told by many counts once', async () => {
    const delivery = await world.send(sender, recipient, 'electronic');
    await world.database.query(`UPDATE deliveries SET state = 'arrived' WHERE id = $1`, [delivery.id]);
    await Promise.all(Array.from({ length: 8 }, () => world.record.onReached({ deliveryIds: [delivery.id] })));
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronic: 1, total: 1 });
  });

  it('two deliveries of one new exchange wait for each other, and the second sees the first', async () => {
    const first = await world.send(sender, recipient, 'electronic');
    const second = await world.sendAgain(first.documentId, recipient, 'electronic-with-paper');
    let waiting: Promise<void> | undefined;
    await world.database.transaction(async () => {
      await world.reach(first);
      waiting = outside(() => world.reach(second));
      await outside(() => waitUntil('the second waits for the first', 10_000, async () => world.someoneWaits()));
    });
    await waiting;
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronic: 0, electronicWithPaper: 1, total: 1 });
  });

  it('two deliveries that change a counted exchange alike change its count once', async () => {
    const counted = await world.send(sender, recipient, 'electronic');
    const first = await world.sendAgain(counted.documentId, recipient, 'electronic-with-paper');
    const second = await world.sendAgain(counted.documentId, recipient, 'electronic-with-paper');
    await world.reach(counted);
    let waiting: Promise<void> | undefined;
    await world.database.transaction(async () => {
      await world.database.query('SELECT 1 FROM exchanges WHERE document_id = $1 FOR UPDATE', [counted.documentId]);
      waiting = outside(() => world.reach(second));
      await outside(() => waitUntil('the second waits for the exchange', 10_000, async () => world.someoneWaits()));
      await world.reach(first);
    });
    await waiting;
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronic: 0, electronicWithPaper: 1, total: 1 });
  });

  it('batches that share their exchanges in another order do not stop each other', async () => {
    const recipients = await Promise.all(Array.from({ length: 30 }, () => world.anAgency()));
    const { id: documentId } = await aDocument(world.database, { agencyId: sender.id });
    const batches = await Promise.all([1, 2, 3, 4].map(() => deliveriesTo(documentId, recipients)));
    await Promise.all(batches.map((batch, index) => world.reach(...(index % 2 === 0 ? batch : batch.toReversed()))));
    expect(await world.figure(sender, exchanged)).toMatchObject({ electronic: 30, total: 30 });
  });
});

describe('a recount', () => {
  it('agrees with everything that was counted here', async () => {
    await world.reach(await world.send(sender, recipient, 'electronic'));
    const { checked, differences, milliseconds } = await world.recount.execute();
    expect(checked).toBeGreaterThan(60);
    expect(differences).toEqual([]);
    expect(milliseconds).toBeGreaterThanOrEqual(0);
  });

  it.each<[string, string, object]>([
    [
      'an exchange of another mode',
      `UPDATE exchanges SET mode = 'electronic' WHERE sender_id = $1`,
      { table: 'exchanges', expected: { mode: 'paper' }, found: { mode: 'electronic' } },
    ],
    [
      'an exchange of another month',
      `UPDATE exchanges SET issued_on = '2017-06-01' WHERE sender_id = $1`,
      { table: 'exchanges', expected: { issuedOn: '2017-05-02' }, found: { issuedOn: '2017-06-01' } },
    ],
    [
      'an exchange that was left out',
      `DELETE FROM exchanges WHERE sender_id = $1`,
      { table: 'exchanges', expected: { mode: 'paper' }, found: null },
    ],
    [
      'an exchange excluded without a reason in the registers',
      `UPDATE exchanges SET excluded_reason = 'refused' WHERE sender_id = $1`,
      { table: 'exchanges', expected: { excludedReason: null }, found: { excludedReason: 'refused' } },
    ],
    ['a change counted twice', plant(`amount`), { table: 'share_deltas', expected: { count: 1 }, found: { count: 2 } }],
    ['a change taken back', plant(`-amount`), { table: 'share_deltas', expected: { count: 1 }, found: null }],
  ])('finds %s', async (_what, statement, difference) => {
    await world.send(sender, recipient, 'paper');
    const { differences } = await world.undone(async () => {
      await world.database.query(statement, [sender.id]);
      return world.recount.execute();
    });
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ recipientId: recipient.id, ...difference });
  });

  it('finds an exchange that no register knows', async () => {
    const { id } = await aDocument(world.database, { agencyId: sender.id });
    const { differences } = await world.undone(async () => {
      await world.database.query(
        `INSERT INTO exchanges (origin_id, document_id, recipient_id, sender_id, indicator, issued_on, type_name, mode,
                                sent_on_paper, came_on_paper)
         VALUES ($1, $1, $2, $3, $4, '2017-05-02', '', 'paper', true, false)`,
        [id, recipient.id, sender.id, exchanged],
      );
      return world.recount.execute();
    });
    expect(differences).toContainEqual(expect.objectContaining({ table: 'exchanges', originId: id, expected: null }));
  });

  it('can rely on changes that nobody rewrites', async () => {
    await expect(world.database.query('DELETE FROM share_deltas')).rejects.toThrow('append-only');
  });
});

function plant(amount: string): string {
  return `INSERT INTO share_deltas (id, origin_id, recipient_id, sender_id, indicator, issued_on, type_name, outcome,
                                    amount, cause, recorded_at)
    SELECT uuidv7(), origin_id, recipient_id, sender_id, indicator, issued_on, type_name, outcome, ${amount}, 'planted',
           recorded_at
      FROM share_deltas WHERE sender_id = $1`;
}

async function deliveriesTo(documentId: string, recipients: readonly Agency[]) {
  const { id: dispatchId } = await aDispatch(world.database, { documentId });
  const mode: ExchangeMode = 'electronic';
  return Promise.all(
    recipients.map(({ id }) => aDelivery(world.database, { dispatchId, documentId, recipientId: id, mode })),
  );
}
