import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ArrivalPage, ArrivalView, AttachmentView, DeliveryPage, DocumentView, RecallResult } from '#contracts';
import { newId } from '#kernel';
import type { AcceptedDispatch } from './ledger.js';
import type { People, Sender } from './people.js';
import type { SeededRandom } from './random.js';
import type { StubbornClient } from './stubborn-client.js';

const writers = 3;
const watchPauseMs = 400;
/** Of all dispatches: taken back right after they were sent; for everybody, as what concerns the whole province is. */
const recalledShare = 0.08;
const toEverybodyShare = 0.5;
const sizes: readonly number[] = [2_000, 2_000, 20_000, 20_000, 200_000, 1_000_000];

/** States of a delivery that the recipient has. */
const there: readonly string[] = ['arrived', 'accepted', 'assigned', 'in-process', 'completed', 'refused', 'recalled'];

/** People who write, sign and send without pause, and clerks who receive. */
export class Load {
  readonly accepted: AcceptedDispatch[] = [];
  /** What nobody had to refuse. */
  readonly refusals: string[] = [];
  private isOver = false;
  private count = 0;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly people: People,
    private readonly random: SeededRandom,
    private readonly pauseMs: number,
  ) {}

  start(): void {
    const all = Array.from({ length: writers }, () => this.repeat(() => this.sendOne()));
    this.running = Promise.all([...all, this.repeat(() => this.receiveSome())]);
  }

  get deliveries(): number {
    return this.accepted.reduce((sum, { recipients }) => sum + recipients.length, 0);
  }

  /** Ends when everybody has the answer that they wait for. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async repeat(work: () => Promise<void>): Promise<void> {
    while (!this.isOver) {
      try {
        await work();
      } catch (error) {
        this.refusals.push(String(error));
      }
      await delay(this.pauseMs);
    }
  }

  private async sendOne(): Promise<void> {
    const sender = this.random.pick(this.people.senders);
    const others = [...this.people.clerks.keys()].filter((code) => code !== sender.code);
    const everybody = this.random.next() < toEverybodyShare;
    const recipients = everybody ? others : this.random.some(others, this.random.between(1, others.length));
    this.count += 1;
    const subject = `Diễn tập số ${this.count} của ${sender.code} ${newId()}`;
    const path = await this.write(sender, subject, recipients);
    const digests = [
      await this.attach(sender, path),
      ...(this.random.next() < 0.3 ? [await this.attach(sender, path)] : []),
    ];
    const clerk = this.clerkOf(sender.code);
    await sender.civilServant.post(`${path}/submit`, DocumentView);
    await sender.leader.post(`${path}/approve`, DocumentView);
    await clerk.post(`${path}/issue`, DocumentView);
    const askedAt = Date.now();
    const { id } = await clerk.post(`${path}/send`, DocumentView);
    const dispatch: AcceptedDispatch = {
      documentId: id,
      subject,
      senderCode: sender.code,
      recipients,
      digests,
      askedAt,
      acceptedAt: Date.now(),
      arrivedAt: undefined,
      isRecalled: this.random.next() < recalledShare,
    };
    this.accepted.push(dispatch);
    void this.watch(dispatch);
    if (dispatch.isRecalled) {
      await delay(this.random.between(0, 400));
      await clerk.post(`${path}/recalls`, RecallResult, { reason: 'Diễn tập thu hồi' });
    }
  }

  private async write(sender: Sender, subject: string, recipients: readonly string[]): Promise<string> {
    const draft = await sender.civilServant.post('/documents', DocumentView, {
      typeCode: 'cong-van',
      subject,
      signerPostId: sender.signerPostId,
      recipients: recipients.map((code) => ({ agencyId: this.people.agencyIds.get(code), channel: 'electronic' })),
    });
    return `/documents/${draft.id}`;
  }

  /** Gives the digest of the file. */
  private async attach(sender: Sender, path: string): Promise<string> {
    const file = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      randomBytes(this.random.pick(sizes)),
      Buffer.from('\n%%EOF\n'),
    ]);
    const headers = { 'content-type': 'application/octet-stream' };
    const address = `${path}/attachments/${newId()}?fileName=van-ban-${newId()}.pdf`;
    await sender.civilServant.put(address, AttachmentView, file, headers);
    return createHash('sha256').update(file).digest('hex');
  }

  private async watch(dispatch: AcceptedDispatch): Promise<void> {
    const clerk = this.clerkOf(dispatch.senderCode);
    for (let tries = 0; tries < 2_000 && dispatch.arrivedAt === undefined; tries += 1) {
      await delay(watchPauseMs, undefined, { ref: false });
      try {
        const { items } = await clerk.get(`/documents/${dispatch.documentId}/deliveries?limit=200`, DeliveryPage);
        if (items.length > 0 && items.every(({ state }) => there.includes(state))) {
          dispatch.arrivedAt = Date.now();
        }
      } catch {
        // Asked again: what is never seen to arrive is found at the end.
      }
    }
  }

  /** One clerk accepts some of what came, and refuses a little. */
  private async receiveSome(): Promise<void> {
    const clerk = this.random.pick([...this.people.clerks.values()]);
    const { items } = await clerk.get('/arrivals?box=to-receive&limit=5', ArrivalPage);
    for (const { id } of items) {
      await this.answer(clerk, id);
    }
  }

  /** What its sender took back a moment ago is not there to be answered any more. */
  private async answer(clerk: StubbornClient, id: string): Promise<void> {
    try {
      await (this.random.next() < 0.15
        ? clerk.post(`/arrivals/${id}/refuse`, ArrivalView, { reason: 'Diễn tập từ chối' })
        : clerk.post(`/arrivals/${id}/accept`, ArrivalView));
    } catch (error) {
      if (!String(error).includes('arrival.recalled')) {
        throw error;
      }
    }
  }

  private clerkOf(code: string) {
    const clerk = this.people.clerks.get(code);
    if (clerk === undefined) {
      throw new Error(`${code} has no clerk`);
    }
    return clerk;
  }
}
