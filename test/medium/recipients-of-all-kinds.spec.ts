import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DocumentQuery, ExternalBodiesQuery, ReadNotice } from '#documents';
import {
  DeliverDispatch,
  DeliveriesQuery,
  DispatchDocument,
  MarkHandover,
  OutgoingDocumentsQuery,
  PaperSlipsQuery,
  SendCopies,
} from '#exchange';
import { postWorkHandedOver } from '#identity';
import { DeskCountsQuery } from '#incoming';
import { RecountShare } from '#metrics';
import { Events } from '#platform';
import { aRecipientGroup } from '#testing';
import { codeOf, morning, SendingWorld, toAgencies } from './sending-world.js';

let world: SendingWorld;

beforeAll(async () => {
  world = await SendingWorld.open();
});

afterAll(() => world.close());

beforeEach(() => {
  world.app.clock.moment = morning;
});

const electricity = {
  name: 'Công ty Điện lực Hòa Bình',
  address: 'Số 1, đường Trần Hưng Đạo',
  paperReason: { code: 'not-on-system' },
};

describe('recipients of all kinds', () => {
  it('each get the document in their own way, and the share counts exchanges between agencies alone', async () => {
    const onSystem = await world.agency({ level: 'department' });
    const both = await world.agency({ level: 'district' });
    const outside = await world.agency({ level: 'external' });
    const inGroup = await world.agency({ level: 'external', name: 'Bưu điện tỉnh' });
    const group = await aRecipientGroup(world.app.database, [inGroup]);
    const colleague = await world.colleague();
    const id = await world.sent({
      recipients: [
        { agencyId: onSystem },
        { agencyId: both, channel: 'electronic-with-paper', paperReason: { code: 'other', note: 'có dấu nổi' } },
        { agencyId: outside, channel: 'paper', paperReason: { code: 'on-request' } },
      ],
      groups: [{ groupId: group.id }],
      externals: [electricity],
      people: [{ postId: colleague.postId }],
    });
    expect(await world.deliveries(id)).toMatchObject([
      { recipientId: onSystem, mode: 'electronic', state: 'queued', reason: null },
      { recipientId: both, mode: 'electronic-with-paper', state: 'queued', reason: 'Lý do khác: có dấu nổi' },
      { recipientId: outside, mode: 'paper', state: 'on-paper', reason: 'Theo yêu cầu của nơi nhận' },
      { recipientId: inGroup, mode: 'paper', state: 'on-paper', reason: 'Nơi nhận chưa dùng hệ thống' },
      { recipientId: null, mode: 'paper', state: 'on-paper', name: electricity.name, address: electricity.address },
    ]);
    await world.app.get(DeliverDispatch).execute({ dispatchId: await world.app.dispatchOf(id) });
    const exchanges = await world.app.database.query(
      `SELECT recipient_id AS "recipientId", indicator, mode FROM exchanges WHERE document_id = $1`,
      [id],
    );
    expect(exchanges).toHaveLength(4);
    expect(exchanges).toEqual(
      expect.arrayContaining([
        { recipientId: onSystem, indicator: 'exchanged-between-agencies', mode: 'electronic' },
        { recipientId: both, indicator: 'exchanged-between-agencies', mode: 'electronic-with-paper' },
        { recipientId: outside, indicator: null, mode: 'paper' },
        { recipientId: inGroup, indicator: null, mode: 'paper' },
      ]),
    );
    expect((await world.app.get(RecountShare).execute()).differences).toEqual([]);
    const { items } = await world.app.get(DeliveriesQuery).page(world.clerk, id, { limit: 50 });
    expect(items.at(-1)?.recipient).toEqual({ id: null, code: '', name: electricity.name, abbreviation: '' });
  });

  it.each([
    ['paper without a reason', { channel: 'paper' }],
    ['paper beside the electronic one without a reason', { channel: 'electronic-with-paper' }],
    ['a reason that asks for words, without them', { channel: 'paper', paperReason: { code: 'other' } }],
  ])('keep a document from being submitted with %s', async (_what, how) => {
    const agencyId = await world.agency({ name: 'Sở Tư pháp' });
    await expect(world.submitted({ recipients: [{ agencyId, ...how }] })).rejects.toMatchObject({
      code: 'document.paper-reason-missing',
      params: { name: 'Sở Tư pháp' },
    });
  });

  it('outside the system need the reason too', async () => {
    await expect(world.submitted({ externals: [{ ...electricity, paperReason: null }] })).rejects.toMatchObject({
      code: 'document.paper-reason-missing',
      params: { name: electricity.name },
    });
  });

  it('are refused when they do not exist, stand there twice, or can’t be reached that way', async () => {
    const outside = await world.agency({ level: 'external' });
    const stranger = await world.colleague('auditor');
    const colleague = await world.colleague();
    const agencyId = await world.agency();
    const refused: [object, string][] = [
      [{ recipients: [{ agencyId: outside }] }, 'document.only-on-paper'],
      [
        { recipients: [{ agencyId: outside, channel: 'electronic-with-paper', paperReason: { code: 'other' } }] },
        'document.only-on-paper',
      ],
      [
        { externals: [electricity, { ...electricity, name: electricity.name.toUpperCase() }] },
        'document.recipient-twice',
      ],
      [{ people: [{ postId: stranger.postId }] }, 'document.unknown-colleague'],
      [{ people: [{ postId: colleague.postId }, { postId: colleague.postId }] }, 'document.recipient-twice'],
      [
        { recipients: [{ agencyId, channel: 'paper', paperReason: { code: 'khong-co' } }] },
        'document.unknown-paper-reason',
      ],
    ];
    for (const [overrides, code] of refused) {
      await expect(world.draft(overrides)).rejects.toMatchObject({ code });
    }
  });

  it('outside the system are offered the next time, but not those of a narrowed document', async () => {
    const secret = { ...electricity, name: 'Công ty Kín đáo' };
    const narrowed = await world.issued({ externals: [secret] });
    await world.app.database.query('UPDATE documents SET restricted = true WHERE id = $1', [narrowed]);
    await world.app.get(OutgoingDocumentsQuery).page(world.clerk, { box: 'all', limit: 1 });
    const bodies = world.app.get(ExternalBodiesQuery);
    expect(await bodies.find(world.drafter, { search: 'dien luc tran hung' })).toMatchObject([
      { name: electricity.name, address: electricity.address },
    ]);
    expect(await bodies.find(world.drafter, { search: 'kin dao' })).toEqual([]);
  });
});

describe('a colleague to know', () => {
  const countOf = async (actor: Awaited<ReturnType<SendingWorld['colleague']>>): Promise<number> =>
    (await world.app.get(DeskCountsQuery).of(actor)).toKnow;

  const box = async (actor: Awaited<ReturnType<SendingWorld['colleague']>>) =>
    (await world.app.get(OutgoingDocumentsQuery).page(actor, { box: 'to-know', limit: 50 })).items;

  it('has the document in the box once it is sent, until it is opened there', async () => {
    const colleague = await world.colleague();
    const id = await world.issued({ people: [{ postId: colleague.postId }] });
    expect(await box(colleague)).toEqual([]);
    world.app.clock.moment = new Date(morning.getTime() + 60_000);
    await world.app.get(DispatchDocument).execute(world.clerk, id);
    expect(await countOf(colleague)).toBe(1);
    expect(await box(colleague)).toMatchObject([{ id, isUnread: true }]);
    await world.app.get(ReadNotice).execute(world.clerk, id);
    expect(await countOf(colleague)).toBe(1);
    await world.app.get(ReadNotice).execute(colleague, id);
    expect(await countOf(colleague)).toBe(0);
    expect(await box(colleague)).toMatchObject([{ id, isUnread: false }]);
    const { people } = await world.app.get(DocumentQuery).view(world.clerk, id);
    expect(people).toMatchObject([
      { postId: colleague.postId, sentAt: '2017-05-02T02:01:00.000Z', readAt: '2017-05-02T02:01:00.000Z' },
    ]);
  });

  it('reads a narrowed document that is sent to them', async () => {
    const [told, other] = [await world.colleague(), await world.colleague()];
    const id = await world.issued({ people: [{ postId: told.postId }] });
    await world.app.database.query('UPDATE documents SET restricted = true WHERE id = $1', [id]);
    await world.app.database.query(
      `INSERT INTO access_changes (id, object_type, object_id, agency_id, kind, reason, changed_by_post_id, changed_at)
       VALUES (uuidv7(), 'document', $1, $2, 'narrowed', 'Việc riêng', $3, now())`,
      [id, world.agencyId, world.leader.postId],
    );
    const view = world.app.get(DocumentQuery);
    await expect(view.view(told, id)).rejects.toMatchObject({ code: 'not-found' });
    await world.app.get(DispatchDocument).execute(world.clerk, id);
    expect((await view.view(told, id)).id).toBe(id);
    expect(await box(told)).toHaveLength(1);
    await expect(view.view(other, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('who has left the post by then gets nothing, and the page says so', async () => {
    const [gone, stays] = [await world.colleague(), await world.colleague()];
    const id = await world.issued({ people: [{ postId: gone.postId }, { postId: stays.postId }] });
    await world.app.database.query(`UPDATE posts SET valid_to = '2017-05-01' WHERE id = $1`, [gone.postId]);
    await world.app.get(DispatchDocument).execute(world.clerk, id);
    const { people } = await world.app.get(DocumentQuery).view(world.clerk, id);
    expect(people.map(({ sentAt }) => sentAt !== null)).toEqual([false, true]);
  });

  it('hands what is not read yet on with the work of the post', async () => {
    const [from, to] = [await world.colleague(), await world.colleague()];
    const unread = await world.sent({ people: [{ postId: from.postId }] });
    const read = await world.sent({ people: [{ postId: from.postId }] });
    await world.app.get(ReadNotice).execute(from, read);
    await world.app.database.transaction(() =>
      world.app.get(Events).emit(postWorkHandedOver, {
        fromPostId: from.postId,
        toPostId: to.postId,
        actor: null,
        reason: 'Chuyển công tác',
      }),
    );
    expect((await box(to)).map(({ id }) => id)).toEqual([unread]);
    expect((await box(from)).map(({ id }) => id)).toEqual([read]);
  });
});

describe('further copies', () => {
  it('go to those who have none yet, as a dispatch of its own, and are counted', async () => {
    const [first, second, third] = [await world.agency(), await world.agency(), await world.agency()];
    const group = await aRecipientGroup(world.app.database, [first, third]);
    const colleague = await world.colleague();
    const id = await world.sent(toAgencies(first));
    await world.copies(id, {
      ...toAgencies(second),
      groups: [{ groupId: group.id }],
      externals: [electricity],
      people: [{ postId: colleague.postId }],
    });
    expect((await world.deliveries(id)).map(({ recipientId, sending }) => [recipientId, sending])).toEqual([
      [first, 1],
      [second, 2],
      [third, 2],
      [null, 2],
    ]);
    const dispatches = await world.app.database.query<{ id: string }>(
      'SELECT id FROM dispatches WHERE document_id = $1',
      [id],
    );
    for (const dispatch of dispatches) {
      await world.app.get(DeliverDispatch).execute({ dispatchId: dispatch.id });
    }
    expect(await world.app.tally(id)).toMatchObject({ queued: 0, arrivals: 3 });
    expect(await world.app.count('exchanges WHERE document_id = $1', [id])).toBe(3);
    expect((await world.app.get(RecountShare).execute()).differences).toEqual([]);
    const view = await world.app.get(DocumentQuery).view(world.clerk, id);
    expect(view.state).toBe('sent');
    expect(view.recipients.map(({ agency }) => agency.id)).toEqual([first, second]);
    expect(view.people).toMatchObject([{ postId: colleague.postId }]);
  });

  it('are refused to whoever has one, of every kind, and to who stands in the place of one', async () => {
    const [agencyId, former, successor] = [await world.agency(), await world.agency(), await world.agency()];
    const group = await aRecipientGroup(world.app.database, [await world.agency()]);
    const colleague = await world.colleague();
    const everybody = {
      ...toAgencies(agencyId, former),
      groups: [{ groupId: group.id }],
      externals: [electricity],
      people: [{ postId: colleague.postId }],
    };
    const id = await world.sent(everybody);
    await world.app.database.query(`UPDATE agencies SET valid_to = '2017-05-01' WHERE id = $1`, [former]);
    await world.app.database.query(`INSERT INTO agency_successions VALUES ($1, $2, '2017-05-02', true)`, [
      former,
      successor,
    ]);
    const before = await world.deliveries(id);
    for (const again of [
      toAgencies(agencyId),
      toAgencies(successor),
      { groups: everybody.groups },
      { externals: [{ ...electricity, name: ` ${electricity.name.toLowerCase()}` }] },
      { people: everybody.people },
      { ...toAgencies(await world.agency(), agencyId) },
    ]) {
      await expect(world.copies(id, again)).rejects.toMatchObject({ code: 'document.recipient-has-copy' });
    }
    await expect(world.copies(id, {})).rejects.toMatchObject({ code: 'document.no-recipient' });
    await expect(
      world.copies(id, { recipients: [{ agencyId: await world.agency(), channel: 'paper' }] }),
    ).rejects.toMatchObject({ code: 'document.paper-reason-missing' });
    expect(await world.deliveries(id)).toEqual(before);
  });

  it('go once though the clerk clicks many times at once', async () => {
    const id = await world.sent(toAgencies(await world.agency()));
    const copies = { ...toAgencies(await world.agency()), externals: [electricity] };
    const clicks = await Promise.allSettled(Array.from({ length: 5 }, () => world.copies(id, copies)));
    expect(clicks.map(codeOf).toSorted()).toEqual(
      [...Array.from({ length: 4 }, () => 'document.recipient-has-copy'), 'done'].toSorted(),
    );
    expect(await world.deliveries(id)).toHaveLength(3);
    expect(await world.app.count('dispatches WHERE document_id = $1', [id])).toBe(2);
  });

  it.each(['approved', 'issued'] as const)('are refused while it is only %s', async (state) => {
    const id = await world[state](toAgencies(await world.agency()));
    await expect(world.copies(id, toAgencies(await world.agency()))).rejects.toMatchObject({
      code: 'document.wrong-state',
    });
  });

  it('are the clerk’s to send', async () => {
    const id = await world.sent(toAgencies(await world.agency()));
    const copies = { recipients: [], groups: [], externals: [], people: [] };
    await expect(world.app.get(SendCopies).execute(world.leader, id, copies)).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });
});

describe('paper', () => {
  const handover = { handedOn: '2017-05-02', takenBy: 'Nguyễn Văn Bưu' };
  const mark = (documentId: string, deliveryId: string, given: typeof handover, actor = world.clerk): Promise<void> =>
    world.app.get(MarkHandover).execute(actor, { documentId, deliveryId, handover: given });

  it('is marked with the day and who took it, again when that was wrong, and both are tracked', async () => {
    const id = await world.sent({ externals: [electricity] });
    const [delivery] = await world.deliveries(id);
    world.app.clock.moment = new Date(morning.getTime() + 60_000);
    await mark(id, delivery?.id ?? '', handover);
    await mark(id, delivery?.id ?? '', handover);
    world.app.clock.moment = new Date(morning.getTime() + 120_000);
    await mark(id, delivery?.id ?? '', { ...handover, takenBy: 'Trần Thị Phát' });
    const { items } = await world.app.get(PaperSlipsQuery).of(world.clerk, id);
    expect(items).toMatchObject([
      {
        recipient: electricity.name,
        address: electricity.address,
        withElectronic: false,
        sentOn: '2017-05-02',
        handover: { handedOn: '2017-05-02', takenBy: 'Trần Thị Phát' },
      },
    ]);
    const { items: deliveries } = await world.app.get(DeliveriesQuery).page(world.clerk, id, { limit: 10 });
    expect(deliveries[0]?.events.map(({ code, note }) => [code, note])).toEqual([
      ['sent', null],
      ['handed-over', 'Nguyễn Văn Bưu'],
      ['handed-over', 'Trần Thị Phát'],
    ]);
    expect(deliveries[0]).toMatchObject({ state: 'on-paper', handover: { takenBy: 'Trần Thị Phát' } });
  });

  it('is not marked where none goes, nor on a day before the sending or after today, nor by others', async () => {
    const id = await world.sent({ ...toAgencies(await world.agency()), externals: [electricity] });
    const [electronic, onPaper] = await world.deliveries(id);
    await expect(mark(id, electronic?.id ?? '', handover)).rejects.toMatchObject({ code: 'delivery.not-on-paper' });
    for (const handedOn of ['2017-05-01', '2017-05-03']) {
      await expect(mark(id, onPaper?.id ?? '', { ...handover, handedOn })).rejects.toMatchObject({
        code: 'delivery.handover-day-wrong',
      });
    }
    await expect(mark(id, onPaper?.id ?? '', handover, world.leader)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    const other = await world.sent({ externals: [electricity] });
    await expect(mark(other, onPaper?.id ?? '', handover)).rejects.toMatchObject({ code: 'not-found' });
  });
});
