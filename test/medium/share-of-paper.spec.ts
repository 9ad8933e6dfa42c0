import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExchangeMode } from '#contracts';
import type { Agency } from '#directory';
import type { Delivery } from '#exchange';
import type { Arrival } from '#incoming';
import { aDocument, anArrival, waitUntil } from '#testing';
import { ShareWorld } from './share-world.js';

/** Runs work as if no transaction was open where it is called. */
const outside = AsyncLocalStorage.snapshot();

const exchanged = 'exchanged-between-agencies';
const symbol = '05/CV-SNV';
const issuedOn = '2017-05-02';

let world: ShareWorld;
let sender: Agency;
let recipient: Agency;

beforeAll(async () => {
  world = await ShareWorld.open();
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  sender = await world.anAgency();
  recipient = await world.anAgency({ level: 'district' });
});

const paperOf = (overrides: Partial<Arrival> = {}) => ({ senderId: sender.id, symbol, issuedOn, ...overrides });

async function documentOf(overrides: { readonly symbol?: string; readonly issuedOn?: string } = {}): Promise<string> {
  return (await aDocument(world.database, { agencyId: sender.id, symbol, issuedOn, ...overrides })).id;
}

/** A document of the sender in this mode that reached the recipient. */
async function reached(mode: ExchangeMode): Promise<Delivery> {
  const delivery = await world.sendAgain(await documentOf(), recipient, mode);
  await world.reach(delivery);
  return delivery;
}

async function counts(): Promise<[electronic: number, withPaper: number, paper: number]> {
  const { electronic, electronicWithPaper, paper } = await world.figure(sender, exchanged);
  return [electronic, electronicWithPaper, paper];
}

describe('paper that a recipient registers', () => {
  it('is an exchange on paper that its sender never recorded', async () => {
    await world.registerPaper(recipient, paperOf());
    expect(await counts()).toEqual([0, 0, 1]);
    expect(await world.list(sender, { indicator: exchanged, year: 2017 })).toMatchObject([
      { documentId: null, symbol, subject: 'Về công tác văn thư', mode: 'paper' },
    ]);
  });

  it('is of the sender alone that is an agency: what comes from elsewhere is no exchange', async () => {
    await world.registerPaper(recipient, paperOf({ senderId: null }));
    expect(await counts()).toEqual([0, 0, 0]);
  });

  it('makes what came electronically electronic with paper', async () => {
    await reached('electronic');
    await world.registerPaper(recipient, paperOf());
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('is the other side of what its sender recorded on paper', async () => {
    await reached('paper');
    await world.registerPaper(recipient, paperOf());
    expect(await counts()).toEqual([0, 0, 1]);
  });

  it('is told by number, notation and day: letters of either size are the same, another day is not', async () => {
    await reached('electronic');
    await world.registerPaper(recipient, paperOf({ symbol: symbol.toLowerCase() }));
    expect(await counts()).toEqual([0, 1, 0]);
    await world.registerPaper(recipient, paperOf({ issuedOn: '2017-05-03' }));
    expect(await counts()).toEqual([0, 1, 1]);
  });

  it('registered twice, is one exchange, also after the first was corrected', async () => {
    const first = await world.registerPaper(recipient, paperOf());
    await world.registerPaper(recipient, paperOf());
    expect(await counts()).toEqual([0, 0, 1]);
    await world.correctPaper(first.id, { symbol: '06/CV-SNV', issuedOn });
    expect(await counts()).toEqual([0, 0, 2]);
  });

  it('counts by the day of issue, so that a late entry moves its month', async () => {
    world.clock.moment = new Date('2017-07-20T03:00:00Z');
    await world.registerPaper(recipient, paperOf());
    const { months } = await world.figure(sender, exchanged);
    expect(months.filter(({ total }) => total > 0)).toMatchObject([{ month: 5, paper: 1 }]);
    const changes = await world.database.query(
      `SELECT issued_on, cause, recorded_at FROM share_deltas WHERE sender_id = $1`,
      [sender.id],
    );
    expect(changes).toEqual([{ issued_on: issuedOn, cause: 'arrival.paper-changed', recorded_at: world.clock.moment }]);
  });

  it('before the electronic one came, becomes one exchange with it', async () => {
    const delivery = await world.sendAgain(await documentOf(), recipient, 'electronic');
    await world.registerPaper(recipient, paperOf());
    expect(await counts()).toEqual([0, 0, 1]);
    await world.reach(delivery);
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('of what was refused electronically, is on paper', async () => {
    const delivery = await reached('electronic');
    await world.refuse(delivery);
    expect(await counts()).toEqual([0, 0, 0]);
    await world.registerPaper(recipient, paperOf());
    expect(await counts()).toEqual([0, 0, 1]);
  });

  it('is moved by a correction, away from one document and to another', async () => {
    await reached('electronic');
    const { id } = await world.registerPaper(recipient, paperOf());
    const other = await world.sendAgain(await documentOf({ symbol: '06/CV-SNV' }), recipient, 'electronic');
    await world.reach(other);
    expect(await counts()).toEqual([1, 1, 0]);
    await world.correctPaper(id, { symbol: '06/CV-SNV', issuedOn });
    expect(await counts()).toEqual([1, 1, 0]);
    await world.correctPaper(id, { symbol: '07/CV-SNV', issuedOn });
    expect(await counts()).toEqual([2, 0, 1]);
  });

  it('joined to what came electronically, is one exchange with it, whatever was entered', async () => {
    const delivery = await reached('electronic');
    const { id } = await world.registerPaper(recipient, paperOf({ symbol: '5/CV-SNV' }));
    expect(await counts()).toEqual([1, 0, 1]);
    await world.joinPaper(id, delivery);
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('noted beside what came electronically, makes it electronic with paper', async () => {
    const delivery = await reached('electronic');
    await world.database.transaction(async () => {
      const { id } = await anArrival(world.database, {
        ...paperOf(),
        agencyId: recipient.id,
        deliveryId: delivery.id,
        paperToo: true,
        paperArrivedOn: '2017-05-05',
      });
      await world.record.onPaper({ arrivalId: id, former: null });
    });
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('of another recipient, leaves this one alone', async () => {
    await reached('electronic');
    const other = await world.anAgency({ level: 'district' });
    await world.registerPaper(other, paperOf());
    expect(await counts()).toEqual([1, 0, 1]);
  });
});

describe('at the same moment', () => {
  it('the electronic one arrives and its paper is registered: one exchange, whichever is first', async () => {
    for (let time = 0; time < 10; time += 1) {
      const own = `${time}/CV-SNV`;
      const delivery = await world.sendAgain(await documentOf({ symbol: own }), recipient, 'electronic');
      await Promise.all([world.reach(delivery), world.registerPaper(recipient, paperOf({ symbol: own }))]);
    }
    expect(await counts()).toEqual([0, 10, 0]);
  });

  it('the paper waits for what its sender sends, and sees it', async () => {
    const delivery = await world.sendAgain(await documentOf(), recipient, 'electronic');
    let registering: Promise<unknown> | undefined;
    await world.database.transaction(async () => {
      await world.reach(delivery);
      registering = outside(() => world.registerPaper(recipient, paperOf()));
      await outside(() => waitUntil('the paper waits', 10_000, async () => world.someoneWaits()));
    });
    await registering;
    expect(await counts()).toEqual([0, 1, 0]);
  });

  it('an issuer’s dispatches do not wait for each other, nor do those of others for its paper', async () => {
    const other = await world.anAgency();
    const first = await world.send(sender, recipient, 'electronic');
    const second = await world.send(sender, recipient, 'electronic');
    const foreign = await world.send(other, recipient, 'electronic');
    await world.database.transaction(async () => {
      await world.reach(first);
      await outside(() => world.reach(second));
    });
    await world.database.transaction(async () => {
      await world.registerPaper(recipient, paperOf());
      await outside(() => world.reach(foreign));
    });
    expect(await counts()).toEqual([2, 0, 1]);
    expect(await world.figure(other, exchanged)).toMatchObject({ electronic: 1 });
  });
});

it('the recount agrees with all that was done here', async () => {
  const { checked, differences } = await world.recount.execute();
  expect(checked).toBeGreaterThan(20);
  expect(differences).toEqual([]);
});
