import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExchangeMode, exchangeModes, shareIndicators } from '#contracts';
import type { Agency } from '#directory';
import type { Document } from '#documents';
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
  | { readonly act: 'paper'; readonly document: number; readonly recipient: number; readonly slip: number }
  | { readonly act: 'correct'; readonly which: number; readonly document: number }
  | { readonly act: 'join'; readonly which: number; readonly paper: number }
  | { readonly act: 'reach-all' | 'fold' | 'dying-fold' };

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
/** Paper of a document of the sender, or with a number that none has. */
const paper = fc.record({
  act: fc.constant('paper' as const),
  document: fc.nat(2),
  recipient: fc.nat(2),
  slip: fc.nat(3),
});
const correct = fc.record({ act: fc.constant('correct' as const), which: fc.nat(), document: fc.nat(2) });
const join = fc.record({ act: fc.constant('join' as const), which: fc.nat(), paper: fc.nat() });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: send },
  { weight: 6, arbitrary: move },
  { weight: 3, arbitrary: paper },
  { weight: 2, arbitrary: correct },
  { weight: 2, arbitrary: join },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('reach-all' as const, 'fold', 'dying-fold') }) },
);

/** Acts of one group happen at the same time. */
const history = fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });

class Play {
  private readonly deliveries: Delivery[] = [];
  private readonly papers: string[] = [];

  constructor(
    private readonly sender: Agency,
    private readonly documents: readonly Pick<Document, 'id' | 'symbol' | 'issuedOn'>[],
  ) {}

  async run(step: Act): Promise<void> {
    switch (step.act) {
      case 'send': {
        const [document, recipient] = [this.documents[step.document], recipients[step.recipient]];
        if (document !== undefined && recipient !== undefined) {
          this.deliveries.push(await world.sendAgain(document.id, recipient, step.mode));
        }
        return;
      }
      case 'paper':
        return this.paper(step.document, step.recipient, step.slip);
      case 'correct':
        return this.correct(step.which, step.document);
      case 'join':
        return this.join(step.which, step.paper);
      case 'reach-all':
        return world.reach(...this.deliveries);
      case 'fold':
      case 'dying-fold':
        return this.fold(step.act === 'fold');
      case 'reach':
      case 'refuse':
      case 'repeat': {
        const delivery = this.deliveries[step.which % this.deliveries.length];
        return delivery === undefined ? undefined : this.move(step.act, delivery);
      }
    }
  }

  private async fold(ends: boolean): Promise<void> {
    await (ends ? world.fold.execute() : world.undone(async () => world.fold.execute()));
  }

  private async correct(which: number, to: number): Promise<void> {
    const [paper, document] = [this.papers[which % this.papers.length], this.documents[to]];
    if (paper !== undefined && document !== undefined) {
      await world.correctPaper(paper, known(document));
    }
  }

  private async join(which: number, to: number): Promise<void> {
    const [paper, delivery] = [this.papers[to % this.papers.length], this.deliveries[which % this.deliveries.length]];
    if (paper !== undefined && delivery !== undefined) {
      await world.joinPaper(paper, delivery);
    }
  }

  private async paper(which: number, to: number, slip: number): Promise<void> {
    const [document, recipient] = [this.documents[which], recipients[to]];
    if (document !== undefined && recipient !== undefined) {
      const { symbol, issuedOn } = known(document);
      const written = slip === 0 ? `${symbol}x` : symbol;
      const { id } = await world.registerPaper(recipient, { senderId: this.sender.id, symbol: written, issuedOn });
      this.papers.push(id);
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

function known({ symbol, issuedOn }: Pick<Document, 'symbol' | 'issuedOn'>) {
  return { symbol: symbol ?? '', issuedOn: issuedOn ?? '' };
}

const months = ['2017-03-31', '2017-04-01', '2018-01-01'];

it('whatever happens in whatever order, the figures are what the deliveries say, and so is the recount', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (groups) => {
      const sender = await world.anAgency();
      const documents = [];
      for (const issuedOn of months) {
        documents.push(await aDocument(world.database, { agencyId: sender.id, issuedOn }));
      }
      const play = new Play(sender, documents);
      for (const group of groups) {
        await Promise.all(group.map((step) => play.run(step)));
      }
      await expectFigures(sender, documents);
      expect((await world.recount.execute()).differences).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 120_000);

interface SentRow {
  readonly id: string;
  readonly documentId: string;
  readonly recipientId: string;
  readonly state: string;
  readonly mode: string;
}

interface PaperRow {
  readonly agencyId: string;
  readonly symbol: string;
  readonly issuedOn: string;
  readonly source: string;
  readonly deliveryId: string | null;
}

type Known = Pick<Document, 'id' | 'symbol' | 'issuedOn'>;

/** The figures again, in plain words: from the deliveries of each document to each agency and from its paper there. */
async function expectFigures(sender: Agency, documents: readonly Known[]): Promise<void> {
  const sent = await world.database.query<SentRow>(
    `SELECT id, document_id AS "documentId", recipient_id AS "recipientId", state, mode
       FROM deliveries WHERE document_id = ANY ($1) AND state <> 'queued'`,
    [documents.map(({ id }) => id)],
  );
  const came = await world.database.query<PaperRow>(
    `SELECT agency_id AS "agencyId", symbol, issued_on AS "issuedOn", source, delivery_id AS "deliveryId"
       FROM arrivals WHERE sender_id = $1`,
    [sender.id],
  );
  for (const [index, indicator] of shareIndicators.entries()) {
    const recipientId = recipients[index]?.id;
    const sentThere = sent.filter((row) => row.recipientId === recipientId);
    const cameThere = came.filter(({ agencyId }) => agencyId === recipientId);
    for (const year of ['2017', '2018']) {
      const modes = documents
        .filter(({ issuedOn }) => issuedOn?.startsWith(year))
        .map((document) => modeOf(document, sentThere, cameThere))
        .concat(unknown(documents, sentThere, cameThere, year));
      const number = (mode: ExchangeMode) => modes.filter((one) => one === mode).length;
      const figure = await world.figure(sender, indicator, Number(year));
      expect([figure.electronic, figure.electronicWithPaper, figure.paper]).toEqual(exchangeModes.map(number));
      expect(await world.list(sender, { indicator, year: Number(year) })).toHaveLength(figure.total);
    }
  }
}

function modeOf(document: Known, sent: readonly SentRow[], came: readonly PaperRow[]): ExchangeMode | undefined {
  const ways = sent.filter(({ documentId }) => documentId === document.id);
  const reached = ways.filter(({ state }) => state === 'arrived' || state === 'on-paper');
  const hasPaper = came.some((paper) => isOf(document, paper) || ways.some(({ id }) => id === paper.deliveryId));
  const isElectronic = reached.some(({ mode }) => mode !== 'paper');
  const isPaper = reached.some(({ mode }) => mode !== 'electronic') || (ways.length > 0 && hasPaper);
  if (!isElectronic) {
    return isPaper ? 'paper' : undefined;
  }
  return isPaper ? 'electronic-with-paper' : 'electronic';
}

function isOf({ symbol, issuedOn }: Known, paper: PaperRow): boolean {
  return paper.source === 'paper' && paper.symbol === symbol && paper.issuedOn === issuedOn;
}

/** Paper that the sender has in no register, each number once. */
function unknown(documents: readonly Known[], sent: readonly SentRow[], came: readonly PaperRow[], year: string) {
  const numbers = came
    .filter(({ source, issuedOn }) => source === 'paper' && issuedOn.startsWith(year))
    .filter((paper) => {
      const document = documents.find((one) => isOf(one, paper));
      return !sent.some(({ documentId }) => documentId === document?.id);
    })
    .map(({ symbol, issuedOn }) => `${symbol} ${issuedOn}`);
  return [...new Set(numbers)].map(() => 'paper' as const);
}
