import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  AgencyPage,
  ArchivePage,
  ArrivalPage,
  ArrivalView,
  DeliveryPage,
  type DeliveryView,
  DeskCounts,
  DocumentPage,
  DocumentView,
  ExchangePage,
  ShareView,
} from '#contracts';
import { waitUntil } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { arrivalAt, documentIn, patience } from './support/documents.js';
import { type Office, officeOf } from './support/office.js';
import { type Rows, rowsOf } from './support/rows-of.js';

let app: TestApp;
let sender: Office;
/** Accepts and completes, accepts, refuses; the fourth gets paper only. */
let completing: Office;
let accepting: Office;
let refusing: Office;
let onPaper: Office;
let document: DocumentView;

beforeAll(async () => {
  app = await startTestApp();
  sender = await officeOf(app, 'snv');
  [completing, accepting, refusing, onPaper] = [
    await officeOf(app, 'kimboi'),
    await officeOf(app, 'stp'),
    await officeOf(app, 'stttt'),
    await officeOf(app, 'stc'),
  ];
  document = await documentIn('sent', sender, [], {
    subject: 'Về việc tổ chức Đại hội đại biểu các dân tộc thiểu số',
    description: 'Kế hoạch năm',
    recipients: [
      { agencyId: completing.agencyId, channel: 'electronic' },
      { agencyId: accepting.agencyId, channel: 'electronic-with-paper', paperReason: { code: 'paper-value' } },
      { agencyId: refusing.agencyId, channel: 'electronic' },
      { agencyId: onPaper.agencyId, channel: 'paper', paperReason: { code: 'on-request' } },
    ],
  });
  await answer(completing, 'accept');
  await answer(completing, 'complete');
  await answer(accepting, 'accept');
  await answer(refusing, 'refuse');
});

afterAll(async () => {
  await app.stop();
});

async function answer(recipient: Office, move: 'accept' | 'refuse' | 'complete'): Promise<void> {
  const { id } = await arrivalAt(recipient, document);
  const answered = await recipient.clerk.post(`/arrivals/${id}/${move}`, { reason: 'Không thuộc thẩm quyền' });
  answered.as(ArrivalView);
}

async function read<Schema extends z.ZodType>(by: Caller, path: string, schema: Schema): Promise<z.infer<Schema>> {
  return (await by.get(path)).as(schema);
}

async function deliveryTo(recipient: Office): Promise<DeliveryView> {
  const page = await read(sender.civilServant, `/documents/${document.id}/deliveries`, DeliveryPage);
  const delivery = page.items.find((one) => one.recipient.id === recipient.agencyId);
  if (delivery === undefined) {
    throw new Error('there is no such delivery');
  }
  return delivery;
}

describe('the sender sees', () => {
  it('where the document is with each recipient, in the order of the recipients', async () => {
    const page = await read(sender.civilServant, `/documents/${document.id}/deliveries`, DeliveryPage);
    expect(page.items.map(({ state, channel }) => [state, channel])).toEqual([
      ['completed', 'electronic'],
      ['accepted', 'electronic-with-paper'],
      ['refused', 'electronic'],
      ['on-paper', 'paper'],
    ]);
    expect(page.items.map(({ recipient }) => recipient.id)).toEqual(
      [completing, accepting, refusing, onPaper].map(({ agencyId }) => agencyId),
    );
  });

  it('how it got there, in the order in which it happened', async () => {
    const codes = async (office: Office): Promise<string[]> =>
      (await deliveryTo(office)).events.map(({ code }) => code);
    expect(await codes(completing)).toEqual(['sent', '01', '03', '06']);
    expect(await codes(accepting)).toEqual(['sent', '01', '03']);
    expect(await codes(refusing)).toEqual(['sent', '01', '02']);
    expect(await codes(onPaper)).toEqual(['sent']);
    const { events, stateAt } = await deliveryTo(completing);
    const times = events.map(({ occurredAt }) => occurredAt);
    expect(times).toEqual(times.toSorted());
    expect(stateAt).toBe(times.at(-1));
  });

  it('the arrival number, who refused, and why', async () => {
    expect((await deliveryTo(accepting)).arrivalNumber).toBe(1);
    const { events, arrivalNumber } = await deliveryTo(refusing);
    expect(arrivalNumber).toBeNull();
    expect(events.at(-1)).toMatchObject({
      actor: refusing.clerk.session.person.fullName,
      note: 'Không thuộc thẩm quyền',
    });
  });

  it('the counts of all that in the list', async () => {
    const page = await read(sender.clerk, '/documents?box=sent', DocumentPage);
    expect(page.items.find(({ id }) => id === document.id)).toMatchObject({
      recipientCount: 4,
      deliveries: {
        total: 4,
        onPaper: 1,
        waiting: 0,
        arrived: 2,
        accepted: 2,
        completed: 1,
        refused: 1,
        needsAttention: 0,
      },
    });
  });

  it('its exchanges in the share: the refused one is none', async () => {
    const share = await read(sender.leader, '/share', ShareView);
    const figure = share.indicators.find(({ indicator }) => indicator === 'exchanged-between-agencies');
    expect(figure).toMatchObject({ electronic: 1, electronicWithPaper: 1, paper: 1, total: 3 });
    const page = await read(sender.leader, '/share/exchanges?indicator=exchanged-between-agencies', ExchangePage);
    expect(page.items.map(({ mode }) => mode).toSorted()).toEqual(['electronic', 'electronic-with-paper', 'paper']);
  });
});

describe('the archive', () => {
  it('holds what was completed on either side, each agency its own, and nothing before', async () => {
    const own = await read(completing.civilServant, '/archive-entries', ArchivePage);
    expect(own.items).toHaveLength(1);
    expect(own.items[0]).toMatchObject({
      direction: 'incoming',
      symbol: document.symbol,
      subject: document.subject,
      digest: document.digest,
      issuerName: 'Sở Nội vụ',
      arrivalNumber: 1,
      files: [{ part: 'main', fileName: document.attachments[0]?.fileName }],
      archivedBy: completing.clerk.session.person.fullName,
    });
    expect((await read(accepting.clerk, '/archive-entries', ArchivePage)).items).toEqual([]);
    expect((await read(sender.clerk, '/archive-entries', ArchivePage)).items).toEqual([]);
  });

  it('takes the outgoing document when its sender completes it, and has its bytes read back', async () => {
    const sent = await documentIn('sent', sender, [completing.agencyId]);
    await arrivalAt(completing, sent);
    const done = await sender.civilServant.post(`/documents/${sent.id}/complete`);
    expect(done.as(DocumentView)).toMatchObject({ state: 'completed', actions: ['correct'] });
    await waitUntil('the entry is verified', patience, async () => {
      const { items } = await read(sender.clerk, '/archive-entries?direction=outgoing', ArchivePage);
      return items.some(({ sourceId, verifiedAt }) => sourceId === sent.id && verifiedAt !== null);
    });
    expect((await read(sender.clerk, '/archive-entries?direction=incoming', ArchivePage)).items).toEqual([]);
  });
});

describe('the counts of the desk', () => {
  it('are what waits for this person, and fall when it is done', async () => {
    const clean = {
      toReceive: 0,
      toAssign: 0,
      toHandle: 0,
      lateToHandle: 0,
      toReview: 0,
      toApprove: 0,
      toIssue: 0,
      toSend: 0,
      lateToIssue: 0,
      lateToSend: 0,
      held: 0,
      toKnow: 0,
      senderRequests: 0,
      toConfirmAccess: 0,
      needsAttention: 0,
      unreadyYears: 0,
    };
    const countsOf = async (by: Caller): Promise<DeskCounts> => read(by, '/desk', DeskCounts);
    const before = await countsOf(onPaper.clerk);
    expect(before).toEqual(clean);
    const submitted = await documentIn('submitted', onPaper, [sender.agencyId]);
    expect(await countsOf(onPaper.leader)).toEqual({ ...clean, toApprove: 1 });
    expect(await countsOf(onPaper.clerk)).toEqual(clean);
    await onPaper.leader.post(`/documents/${submitted.id}/approve`);
    expect(await countsOf(onPaper.leader)).toEqual(clean);
    expect(await countsOf(onPaper.clerk)).toEqual({ ...clean, toIssue: 1 });
    await onPaper.clerk.post(`/documents/${submitted.id}/issue`);
    expect(await countsOf(onPaper.clerk)).toEqual({ ...clean, toSend: 1 });
    await onPaper.clerk.post(`/documents/${submitted.id}/send`);
    expect(await countsOf(onPaper.clerk)).toEqual(clean);
    await waitUntil('it waits for the recipient', patience, async () => (await countsOf(sender.clerk)).toReceive === 1);
    expect(await countsOf(sender.civilServant)).toEqual(clean);
  });
});

describe('a search', () => {
  it.each([
    { search: 'so noi vu', finds: 'H28.02' },
    { search: 'SỞ NỘI VỤ', finds: 'H28.02' },
    { search: 'noi snv', finds: 'H28.02' },
    { search: 'kim boi', finds: 'H28.37' },
    { search: 'H28.37', finds: 'H28.37' },
  ])('for “$search” finds the agency $finds', async ({ search, finds }) => {
    const page = await read(sender.clerk, `/agencies?search=${encodeURIComponent(search)}`, AgencyPage);
    expect(page.items.map(({ code }) => code)).toEqual([finds]);
  });

  it.each(['dai hoi dan toc', 'ĐẠI HỘI', 'thieu so dai bieu', '01/qd-snv', 'QĐ-SNV dân tộc'])(
    'for “%s” finds the document, the arrival and the archived one',
    async (search) => {
      const query = `search=${encodeURIComponent(search)}`;
      const found = await Promise.all([
        read(sender.clerk, `/documents?${query}`, DocumentPage),
        read(accepting.clerk, `/arrivals?${query}`, ArrivalPage),
        read(completing.clerk, `/archive-entries?${query}`, ArchivePage),
      ]);
      for (const { items } of found) {
        expect(items.map(({ symbol }) => symbol)).toEqual([document.symbol]);
      }
    },
  );

  it.each(['%', '_', '\\', "'", 'dai hoi khong co', '100% sure'])(
    'for “%s” finds nothing by accident',
    async (search) => {
      const page = await read(sender.clerk, `/documents?search=${encodeURIComponent(search)}`, DocumentPage);
      expect(page.items).toEqual([]);
    },
  );
});

describe('a list that is walked through two by two', () => {
  it.each(['/agencies', '/documents?box=all', '/deliveries', '/arrivals?box=all', '/share/exchanges'])(
    'shows everything of %s once, in the same order',
    async (list) => {
      for (let made = 0; list.startsWith('/documents') && made < 5; made += 1) {
        await documentIn('draft', sender, []);
      }
      const path = new Map([
        ['/deliveries', `/documents/${document.id}/deliveries?`],
        ['/agencies', '/agencies?'],
        ['/share/exchanges', '/share/exchanges?indicator=exchanged-between-agencies'],
      ]).get(list);
      const by = list.startsWith('/arrivals') ? completing.clerk : sender.civilServant;
      const address = path ?? list;
      const whole = await rowsOf(by, `${address}&limit=200`);
      expect(whole.rows.length).toBeGreaterThan(1);
      expect(whole.next).toBeNull();
      const walked: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const cursor: string = after === '' ? '' : `&after=${after}`;
        const page: Rows = await rowsOf(by, `${address}&limit=2${cursor}`);
        expect(page.rows.length).toBeLessThanOrEqual(2);
        walked.push(...page.rows);
        after = page.next;
      }
      expect(walked).toEqual(whole.rows);
    },
  );
});
