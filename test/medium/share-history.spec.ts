import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExchangeMode, exchangeModes, shareIndicators } from '#contracts';
import type { Agency } from '#directory';
import type { Delivery } from '#exchange';
import { aDocument } from '#testing';
import { ShareWorld } from './share-world.js';

let world: ShareWorld;
let recipients: readonly Agency[];

beforeAll(async () => {
  world = await ShareWorld.open();
  recipients = [
    await world.anAgency({ level: 'province' }),
    await world.anAgency({ level: 'district' }),
    await world.anAgency({ level: 'commune' }),
  ];
});

afterAll(async () => {
  await world.close();
});

/** What happens to one of a few documents and recipients; numbers choose among what is there when it happens. */
type Act =
  | { readonly act: 'send'; readonly document: number; readonly recipient: number; readonly mode: ExchangeMode }
  | { readonly act: 'reach' | 'refuse' | 'repeat'; readonly which: number }
  | { readonly act: 'reach-all' };

const send = fc.record({
  act: fc.constant('send' as const),
  document: fc.nat(2),
  recipient: fc.nat(2),
  mode: fc.constantFrom(...exchangeModes),
});
const move = fc.record({
  act: fc.constantFrom('reach' as const, 'refuse' as const, 'repeat' as const),
  which: fc.nat(),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: send },
  { weight: 6, arbitrary: move },
  { weight: 1, arbitrary: fc.constant({ act: 'reach-all' as const }) },
);

/** Acts of one group happen at the same time. */
const history = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

class Play {
  private readonly deliveries: Delivery[] = [];

  constructor(private readonly documents: readonly string[]) {}

  async run(step: Act): Promise<void> {
    switch (step.act) {
      case 'send': {
        const [document, recipient] = [this.documents[step.document], recipients[step.recipient]];
        if (document !== undefined && recipient !== undefined) {
          this.deliveries.push(await world.sendAgain(document, recipient, step.mode));
        }
        return;
      }
      case 'reach-all':
        return world.reach(...this.deliveries);
      case 'reach':
      case 'refuse':
      case 'repeat': {
        const delivery = this.deliveries[step.which % this.deliveries.length];
        return delivery === undefined ? undefined : this.move(step.act, delivery);
      }
    }
  }

  private async move(what: 'reach' | 'refuse' | 'repeat', delivery: Delivery): Promise<void> {
    switch (what) {
      case 'reach':
        return world.reach(delivery);
      case 'refuse':
        return world.refuse(delivery);
      case 'repeat':
        await world.record.onReached({ deliveryIds: [delivery.id] });
        return world.record.onRefused({ deliveryId: delivery.id });
    }
  }
}

const months = ['2017-03-31', '2017-04-01', '2018-01-01'];

it('whatever happens in whatever order, the figures are what the deliveries say, and so is the recount', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (groups) => {
      const sender = await world.anAgency();
      const documents = [];
      for (const issuedOn of months) {
        documents.push((await aDocument(world.database, { agencyId: sender.id, issuedOn })).id);
      }
      const play = new Play(documents);
      for (const group of groups) {
        await Promise.all(group.map((step) => play.run(step)));
      }
      await expectFigures(sender, documents);
      expect((await world.recount.execute()).differences).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 120_000);

/** The figures again, in plain words: from the deliveries of each document to each agency. */
async function expectFigures(sender: Agency, documents: readonly string[]): Promise<void> {
  const deliveries = await world.database.query<{
    documentId: string;
    recipientId: string;
    state: string;
    mode: string;
  }>(
    `SELECT document_id AS "documentId", recipient_id AS "recipientId", state, mode
       FROM deliveries WHERE document_id = ANY ($1) AND state IN ('arrived', 'on-paper')`,
    [documents],
  );
  for (const [index, indicator] of shareIndicators.entries()) {
    for (const year of [2017, 2018]) {
      const counted: Record<string, number> = { electronic: 0, 'electronic-with-paper': 0, paper: 0 };
      for (const document of documents.filter((_, place) => months[place]?.startsWith(String(year)))) {
        const modes = deliveries
          .filter((row) => row.documentId === document && row.recipientId === recipients[index]?.id)
          .map(({ mode }) => mode);
        const mode = new Set(modes).size > 1 ? 'electronic-with-paper' : modes[0];
        if (mode !== undefined) {
          counted[mode] = (counted[mode] ?? 0) + 1;
        }
      }
      const { electronic, electronicWithPaper, paper } = await world.figure(sender, indicator, year);
      expect({ electronic, 'electronic-with-paper': electronicWithPaper, paper }).toEqual(counted);
      expect(await world.list(sender, { indicator, year })).toHaveLength(electronic + electronicWithPaper + paper);
    }
  }
}
