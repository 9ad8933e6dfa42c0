import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Actor,
  DraftDocument as Draft,
  type MailChoice,
  type NotificationKind,
  notificationKinds,
  type Urgency,
} from '#contracts';
import {
  AgreeToDocument,
  ApproveDocument,
  DraftDocument,
  GiveBackDocument,
  ReturnDocument,
  SubmitDocument,
} from '#documents';
import { DeliverDispatch, DispatchDocument, FailDeliveries, RecallDocument } from '#exchange';
import { AcceptArrival, RefuseArrival } from '#incoming';
import {
  MailNotifications,
  NotificationsQuery,
  OwnNotificationSettings,
  PromiseMails,
  ReadNotifications,
} from '#notifications';
import { anActor, anAgency, anAttachment, aPerson, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { MailServer } from '../e2e/support/mail-server.js';
import { ExchangeWorld } from './exchange-world.js';

const vietnam = (moment: string): Date => new Date(`${moment}:00+07:00`);
/** A Wednesday. */
const morning = vietnam('2026-03-04T09:00');

let testDatabase: TestDatabase;
let mail: MailServer;
let world: ExchangeWorld;
let sender: Actor;
let receiver: Actor;

beforeAll(async () => {
  [testDatabase, mail] = await Promise.all([createTestDatabase(), MailServer.start()]);
  world = await ExchangeWorld.open({
    databaseUrl: testDatabase.url,
    environment: { SMTP_URL: mail.url, MAIL_FROM: 'vanthu@hoabinh.example', PUBLIC_URL: 'https://vanthu.example' },
  });
});

afterAll(async () => {
  await world.close();
  await Promise.all([testDatabase.drop(), mail.stop()]);
});

beforeEach(async () => {
  world.clock.moment = morning;
  [sender, receiver] = [await world.aClerk(), await world.aClerk()];
});

afterEach(async () => {
  await world.database.query('DELETE FROM outbox_messages');
  await world.database.query('DELETE FROM notifications');
  await world.database.query('DELETE FROM calendar_days WHERE day = $1', ['2026-03-04']);
});

async function holder(agencyId: string, role: 'civil-servant' | 'leader' | 'clerk', personId?: string): Promise<Actor> {
  const post = await aPost(world.database, { agencyId, role, ...(personId === undefined ? {} : { personId }) });
  return anActor({ agencyId, role, postId: post.id, personId: post.personId, fullName: `Người ${post.id.slice(-4)}` });
}

async function told(actor: Actor): Promise<NotificationKind[]> {
  const { items } = await world.get(NotificationsQuery).page(actor, { unread: 'true', limit: 50 });
  return items.map(({ kind }) => kind);
}

interface Wish {
  readonly page?: boolean;
  readonly mail?: MailChoice;
  readonly quietFrom?: string;
  readonly quietTo?: string;
  readonly language?: 'vi' | 'en';
}

async function choose(actor: Actor, { page = true, mail: choice = 'digest', ...others }: Wish): Promise<void> {
  const kinds = notificationKinds.map((kind) => ({ kind, page, mail: choice }));
  await world
    .get(OwnNotificationSettings)
    .write(actor, { kinds, quietFrom: '18:00', quietTo: '07:00', language: 'vi', ...others });
}

async function mailbox(actor: Actor): Promise<string> {
  const address = `${actor.personId}@snv.example`;
  await world.database.query('UPDATE people SET email = $2 WHERE id = $1', [actor.personId, address]);
  return address;
}

/** Sent and arrived; gives the deliveries in the order of the recipients. */
async function deliver(
  recipients: readonly string[],
  urgency: Urgency = 'normal',
  by = sender,
  drafterPostId?: string,
) {
  const overrides = { urgency, ...(drafterPostId === undefined ? {} : { drafterPostId }) };
  const document = await world.anIssuedDocument(by, recipients, 'electronic', overrides);
  await world.get(DispatchDocument).execute(by, document.id);
  await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(document.id) });
  const deliveries = await world.database.query<{ id: string; arrivalId: string }>(
    `SELECT delivery.id, arrival.id AS "arrivalId"
       FROM deliveries AS delivery LEFT JOIN arrivals AS arrival ON arrival.delivery_id = delivery.id
      WHERE delivery.document_id = $1 ORDER BY array_position($2::uuid[], delivery.recipient_id)`,
    [document.id, recipients],
  );
  return { document, deliveries };
}

/** The mails that were promised since the last look. */
const promised = async (): Promise<string[]> =>
  (
    await world.database.query<{ mailId: string }>(
      `DELETE FROM outbox_messages WHERE job = 'mail-notifications' RETURNING payload ->> 'mailId' AS "mailId"`,
    )
  ).map(({ mailId }) => mailId);

describe('who is told', () => {
  it('of an arrival: the clerks of the receiving agency, and neither its others nor those of another one', async () => {
    const [second, leader, gone, disabled] = [
      await holder(receiver.agencyId, 'clerk'),
      await holder(receiver.agencyId, 'leader'),
      await holder(receiver.agencyId, 'clerk'),
      await holder(receiver.agencyId, 'clerk'),
    ];
    await world.database.query(`UPDATE posts SET valid_to = '2026-03-03' WHERE id = $1`, [gone.postId]);
    await world.database.query('UPDATE people SET disabled_at = now() WHERE id = $1', [disabled.personId]);
    const nobody = await anAgency(world.database);
    const { document, deliveries } = await deliver([receiver.agencyId, nobody.id]);
    for (const clerk of [receiver, second]) {
      expect(await told(clerk)).toEqual(['arrival-arrived']);
    }
    for (const other of [leader, gone, disabled, sender]) {
      expect(await told(other)).toEqual([]);
    }
    const { items } = await world.get(NotificationsQuery).page(receiver, { unread: 'false', limit: 50 });
    expect(items).toMatchObject([
      {
        object: { type: 'arrival', id: deliveries[0]?.arrivalId },
        symbol: document.symbol,
        subject: document.subject,
        urgency: 'normal',
        who: 'Sở Nội vụ',
        createdAt: morning.toISOString(),
        readAt: null,
      },
    ]);
  });

  it('is not the one whose doing it is, though they hold a post on the other side too', async () => {
    const both = await holder(receiver.agencyId, 'clerk', sender.personId);
    await deliver([receiver.agencyId]);
    expect(await told(both)).toEqual([]);
    expect(await told(receiver)).toEqual(['arrival-arrived']);
  });

  it('of a refusal: who drafted and who sent, but not the clerk who refused', async () => {
    const drafter = await holder(sender.agencyId, 'civil-servant');
    const { deliveries } = await deliver([receiver.agencyId], 'normal', sender, drafter.postId);
    await world.get(RefuseArrival).execute(receiver, deliveries[0]?.arrivalId ?? '', 'Gửi nhầm');
    expect(await told(drafter)).toEqual(['document-refused']);
    expect(await told(sender)).toEqual(['document-refused']);
    expect(await told(receiver)).toEqual(['arrival-arrived']);
  });

  it('of a refusal by the same person in a post on the other side: who drafted alone', async () => {
    const drafter = await holder(sender.agencyId, 'civil-servant');
    const both = await holder(receiver.agencyId, 'clerk', sender.personId);
    const { deliveries } = await deliver([receiver.agencyId], 'normal', sender, drafter.postId);
    await world.get(RefuseArrival).execute(both, deliveries[0]?.arrivalId ?? '', 'Gửi nhầm');
    expect(await told(drafter)).toEqual(['document-refused']);
    expect(await told(sender)).toEqual([]);
  });

  it('of deliveries that failed: the clerk who sent them, once a document until it is read', async () => {
    const drafter = await holder(sender.agencyId, 'civil-servant');
    const document = await world.anIssuedDocument(sender, await world.agencies(3), 'electronic', {
      drafterPostId: drafter.postId,
    });
    await world.get(DispatchDocument).execute(sender, document.id);
    const ids = (
      await world.database.query<{ id: string }>('SELECT id FROM deliveries WHERE document_id = $1', [document.id])
    ).map(({ id }) => id);
    const fail = (deliveryIds: readonly string[]) =>
      world.database.transaction(() =>
        world.get(FailDeliveries).execute(deliveryIds, { cause: 'connection-refused', detail: 'away' }),
      );
    await fail(ids.slice(0, 2));
    await fail(ids.slice(2));
    expect(await told(sender)).toEqual(['delivery-failed']);
    expect(await told(drafter)).toEqual([]);
  });

  it('of a recall: the clerks of the agency whose register it is in, and nobody when it was taken back at once', async () => {
    const other = await world.aClerk();
    const { document, deliveries } = await deliver([receiver.agencyId, other.agencyId]);
    await world.get(AcceptArrival).execute(receiver, deliveries[0]?.arrivalId ?? '');
    await world.get(RecallDocument).execute(sender, document.id, { deliveryIds: null, reason: 'Nhầm bản dự thảo' });
    expect(await told(receiver)).toEqual(['recall-asked', 'arrival-arrived']);
    expect(await told(other)).toEqual(['arrival-arrived']);
    expect(await told(sender)).toEqual([]);
  });
});

describe('who is told of a draft', () => {
  let drafter: Actor;
  let leader: Actor;
  let first: Actor;
  let second: Actor;

  beforeEach(async () => {
    drafter = await holder(sender.agencyId, 'civil-servant');
    leader = await holder(sender.agencyId, 'leader');
    first = await holder(sender.agencyId, 'leader');
    second = await holder(sender.agencyId, 'civil-servant');
  });

  async function submitted(reviewers: readonly Actor[]): Promise<string> {
    const wish = Draft.parse({
      typeCode: 'quyet-dinh',
      subject: 'Về việc ban hành quy chế làm việc',
      signerPostId: leader.postId,
      recipients: [{ agencyId: receiver.agencyId }],
      reviewers: reviewers.map(({ postId }) => ({ postId, dueOn: '2026-03-10' })),
    });
    const id = await world.get(DraftDocument).execute(drafter, wish);
    await anAttachment(world.database, { documentId: id });
    await world.get(SubmitDocument).execute(drafter, id);
    return id;
  }

  it('is the drafter when a leader approves it', async () => {
    await world.get(ApproveDocument).execute(leader, await submitted([]));
    expect(await told(drafter)).toEqual(['document-approved']);
    expect(await told(leader)).toEqual([]);
  });

  it('is the drafter when a leader gives it back, again after it was laid before the leader again', async () => {
    const id = await submitted([]);
    await world.get(ReturnDocument).execute(leader, id, 'Sửa căn cứ');
    await world.get(SubmitDocument).execute(drafter, id);
    const [before] = await world.database.query<{ id: string }>('SELECT id FROM notifications');
    await world.get(ReturnDocument).execute(leader, id, 'Sửa thêm');
    expect(await told(drafter)).toEqual(['document-returned']);
    const [after] = await world.database.query<{ id: string }>('SELECT id FROM notifications');
    expect(after?.id).not.toBe(before?.id);
  });

  it('is each reviewer in their turn, then nobody twice; and the drafter when one gives it back', async () => {
    const id = await submitted([second, first]);
    expect(await told(second)).toEqual(['review-asked']);
    expect(await told(first)).toEqual([]);
    await world.get(AgreeToDocument).execute(second, id, '');
    expect(await told(first)).toEqual(['review-asked']);
    expect(await told(second)).toEqual(['review-asked']);
    await world.get(GiveBackDocument).execute(first, id, 'Xin sửa lại');
    expect(await told(drafter)).toEqual(['document-returned']);
    expect(await told(first)).toEqual(['review-asked']);
  });

  it('is nobody when the approval falls', async () => {
    const id = await submitted([]);
    const falling = world.database.transaction(async () => {
      await world.get(ApproveDocument).execute(leader, id);
      throw new Error('and then it broke');
    });
    await expect(falling).rejects.toThrow('and then it broke');
    expect(await told(drafter)).toEqual([]);
  });
});

describe('two hundred and fifty recipients', () => {
  it('are told in as many statements as one is', async () => {
    const agencies = await world.agencies(250);
    const people = await Promise.all(agencies.map(() => aPerson(world.database)));
    await Promise.all(
      agencies.map((agencyId, place) =>
        aPost(world.database, { agencyId, role: 'clerk', personId: people[place]?.id ?? '' }),
      ),
    );
    const statements = vi.spyOn(world.database, 'execute');
    const about = () => statements.mock.calls.filter(([sql]) => sql.includes('notifications')).length;
    await deliver([receiver.agencyId]);
    const ofOne = about();
    statements.mockClear();
    await deliver(agencies);
    const batches = world.channel.batches.at(-1)?.length === 250 ? 1 : world.channel.batches.length;
    expect(ofOne).toBeGreaterThan(0);
    expect(about()).toBeLessThanOrEqual(ofOne * batches);
    statements.mockRestore();
    expect(await world.count(`notifications WHERE kind = 'arrival-arrived'`)).toBe(251);
  });
});

describe('what a person chose', () => {
  it('is kept from the page, and from everything when it is not mailed either', async () => {
    await choose(receiver, { page: false, mail: 'never' });
    await deliver([receiver.agencyId]);
    expect(await world.count('notifications')).toBe(0);
    await mailbox(receiver);
    await choose(receiver, { page: false, mail: 'digest' });
    await deliver([receiver.agencyId]);
    expect(await told(receiver)).toEqual([]);
    expect(await world.get(NotificationsQuery).unread(receiver)).toBe(0);
    world.clock.moment = vietnam('2026-03-04T13:30');
    await world.get(PromiseMails).execute();
    expect(await promised()).toHaveLength(1);
  });

  it('gives no mail to somebody without an address', async () => {
    await choose(receiver, { mail: 'at-once' });
    await deliver([receiver.agencyId]);
    expect(await told(receiver)).toEqual(['arrival-arrived']);
    world.clock.moment = vietnam('2026-03-05T07:30');
    await world.get(PromiseMails).execute();
    expect(await promised()).toEqual([]);
  });
});

describe('a mail at once', () => {
  beforeEach(async () => {
    await mailbox(receiver);
    await choose(receiver, { mail: 'at-once' });
  });

  it('is promised with what it tells', async () => {
    await deliver([receiver.agencyId]);
    expect(await promised()).toHaveLength(1);
    await world.get(PromiseMails).execute();
    expect(await promised()).toEqual([]);
  });

  it.each([
    ['at night', '2026-03-04T19:00', '2026-03-05T06:59', '2026-03-05T07:00'],
    ['early in the morning', '2026-03-04T05:00', '2026-03-04T06:59', '2026-03-04T07:00'],
    ['on a Saturday', '2026-03-07T10:00', '2026-03-09T06:59', '2026-03-09T07:00'],
  ])('that comes %s (%s) waits until quiet hours end', async (_when, at, before, after) => {
    world.clock.moment = vietnam(at);
    await deliver([receiver.agencyId]);
    await deliver([receiver.agencyId]);
    expect(await promised()).toEqual([]);
    world.clock.moment = vietnam(before);
    await world.get(PromiseMails).execute();
    expect(await promised()).toEqual([]);
    world.clock.moment = vietnam(after);
    await world.get(PromiseMails).execute();
    expect(await promised()).toHaveLength(1);
  });

  it('waits for the end of a holiday', async () => {
    await world.database.query(
      `INSERT INTO calendar_days (day, kind, name, basis, version) VALUES ('2026-03-04', 'off', 'Nghỉ', '', 1)`,
    );
    await deliver([receiver.agencyId]);
    expect(await promised()).toEqual([]);
    world.clock.moment = vietnam('2026-03-05T07:00');
    await world.get(PromiseMails).execute();
    expect(await promised()).toHaveLength(1);
  });

  it('of something express waits for nothing, nor does it in the mails of the day', async () => {
    world.clock.moment = vietnam('2026-03-07T23:00');
    await deliver([receiver.agencyId], 'express');
    expect(await promised()).toHaveLength(1);
    await choose(receiver, { mail: 'digest' });
    await deliver([receiver.agencyId], 'express');
    expect(await promised()).toHaveLength(1);
    await choose(receiver, { mail: 'never' });
    await deliver([receiver.agencyId], 'express');
    expect(await promised()).toEqual([]);
  });

  it('goes at any hour of a working day to who wants no quiet ones', async () => {
    await choose(receiver, { mail: 'at-once', quietFrom: '00:00', quietTo: '00:00' });
    world.clock.moment = vietnam('2026-03-04T23:00');
    await deliver([receiver.agencyId]);
    expect(await promised()).toHaveLength(1);
  });

  it('is one, though several workers look at the same time', async () => {
    world.clock.moment = vietnam('2026-03-04T20:00');
    await deliver([receiver.agencyId]);
    await deliver([receiver.agencyId]);
    world.clock.moment = vietnam('2026-03-05T08:00');
    const look = () => world.get(PromiseMails).execute();
    await Promise.all([look(), look(), look(), look()]);
    const mails = await promised();
    expect(mails).toHaveLength(1);
    expect(await world.count('notifications WHERE mail_id = $1', mails)).toBe(2);
    await Promise.all([look(), look()]);
    expect(await promised()).toEqual([]);
  });
});

describe('the mails of a working day', () => {
  beforeEach(async () => {
    await choose(receiver, { language: 'en' });
  });

  it('tell at half past one and at half past seven what is not read, once, in the language of the person', async () => {
    const address = await mailbox(receiver);
    const { document, deliveries } = await deliver([receiver.agencyId]);
    const read = await deliver([receiver.agencyId]);
    const { items } = await world.get(NotificationsQuery).page(receiver, { unread: 'true', limit: 1 });
    await world.get(ReadNotifications).execute(receiver, { ids: items.map(({ id }) => id) });
    world.clock.moment = vietnam('2026-03-04T13:29');
    await world.get(PromiseMails).execute();
    expect(await promised()).toEqual([]);
    world.clock.moment = vietnam('2026-03-04T13:30');
    await world.get(PromiseMails).execute();
    const [mailId = ''] = await promised();
    await world.get(MailNotifications).execute({ mailId });
    const { text } = await mail.mailTo(address);
    expect(text).toContain(`A document arrived ${document.symbol}: ${document.subject} · Sở Nội vụ · 09:00 04/03/2026`);
    expect(text).toContain(`https://vanthu.example/incoming/${deliveries[0]?.arrivalId}`);
    expect(text).not.toContain(read.document.symbol);
    await deliver([receiver.agencyId]);
    world.clock.moment = vietnam('2026-03-04T17:00');
    await world.get(PromiseMails).execute();
    expect(await promised()).toEqual([]);
    world.clock.moment = vietnam('2026-03-05T07:30');
    await world.get(PromiseMails).execute();
    expect(await promised()).toHaveLength(1);
  });

  it('name the first fifty, and say how many more there are', async () => {
    const address = await mailbox(receiver);
    await world.database.query(
      `INSERT INTO notifications (id, person_id, post_id, kind, object_type, object_id, urgency, words, created_at,
                                  on_page, mail)
       SELECT uuidv7(), $1, $2, 'arrival-arrived', 'arrival', uuidv7(), 'normal',
              jsonb_build_object('symbol', place || '/QĐ-SNV', 'subject', 'Về việc', 'who', NULL), $3, true, 'digest'
         FROM generate_series(1, 53) AS place`,
      [receiver.personId, receiver.postId, morning],
    );
    world.clock.moment = vietnam('2026-03-04T13:30');
    await world.get(PromiseMails).execute();
    const [mailId = ''] = await promised();
    await world.get(MailNotifications).execute({ mailId });
    const { text } = await mail.mailTo(address);
    expect(text).toContain('53/QĐ-SNV');
    expect(text).toContain('3 more are on the page.');
    expect(text).toMatch(/https:\/\/vanthu\.example\r?\n/);
    expect(text.match(/QĐ-SNV/g)).toHaveLength(50);
  });

  it('go to nobody whose account was closed meanwhile', async () => {
    const address = await mailbox(receiver);
    await deliver([receiver.agencyId]);
    world.clock.moment = vietnam('2026-03-04T13:30');
    await world.get(PromiseMails).execute();
    const [mailId = ''] = await promised();
    await world.database.query('UPDATE people SET disabled_at = now() WHERE id = $1', [receiver.personId]);
    await world.get(MailNotifications).execute({ mailId });
    expect(mail.mailsTo(address)).toEqual([]);
  });
});
