import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  NotificationPage,
  notificationKinds,
  NotificationSettings,
  type NotificationView,
  UnreadNotifications,
} from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { waitUntil } from '#testing';
import { Housekeeping } from '../../apps/worker/src/housekeeping.js';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Caller } from './support/caller.js';
import { arrivalAt, documentIn, patience } from './support/documents.js';
import { EventStream } from './support/event-stream.js';
import { expectProblem } from './support/expect-problem.js';
import { MailServer } from './support/mail-server.js';
import { type Office, officeOf } from './support/office.js';

let mail: MailServer;
let app: TestApp;
let sender: Office;
let recipient: Office;

beforeAll(async () => {
  mail = await MailServer.start();
  app = await startTestApp({ SMTP_URL: mail.url, MAIL_FROM: 'vanthu@hoabinh.example' });
  [sender, recipient] = await Promise.all([officeOf(app, 'snv'), officeOf(app, 'kimboi')]);
});

afterAll(async () => {
  await app.stop();
  await mail.stop();
});

const list = async (by: Caller, query = ''): Promise<NotificationPage> =>
  (await by.get(`/notifications${query}`)).as(NotificationPage);
const unread = async (by: Caller): Promise<number> =>
  (await by.get('/notifications/unread')).as(UnreadNotifications).unread;
const settings = async (by: Caller) => (await by.get('/notification-settings')).as(NotificationSettings);
const write = async (by: Caller, wish: object) => by.call('PUT', '/notification-settings', { json: wish });

/** Sends a document to the recipient; gives what its clerk is told of it. */
async function oneMore(overrides: object = {}): Promise<NotificationView> {
  const document = await documentIn('sent', sender, [recipient.agencyId], overrides);
  const arrival = await arrivalAt(recipient, document);
  const told = (await list(recipient.clerk)).items.find(({ object }) => object.id === arrival.id);
  if (told === undefined) {
    throw new Error('nobody was told');
  }
  return told;
}

describe('notifications', () => {
  it('are listed newest first, by pages, and counted until they are read', async () => {
    const before = await unread(recipient.clerk);
    const [first, second, third] = [await oneMore(), await oneMore(), await oneMore()];
    expect(await unread(recipient.clerk)).toBe(before + 3);
    const page = await list(recipient.clerk, '?limit=2');
    expect(page.items.map(({ id }) => id)).toEqual([third.id, second.id]);
    const next = await list(recipient.clerk, `?limit=1&after=${page.next}`);
    expect(next.items.map(({ id }) => id)).toEqual([first.id]);

    const left = await recipient.clerk.post('/notifications/read', { ids: [third.id] });
    expect(left.as(UnreadNotifications).unread).toBe(before + 2);
    const again = await recipient.clerk.post('/notifications/read', { ids: [third.id] });
    expect(again.as(UnreadNotifications).unread).toBe(before + 2);
    expect((await list(recipient.clerk, '?unread=true&limit=1')).items[0]?.id).toBe(second.id);
    expect((await list(recipient.clerk, '?limit=1')).items[0]?.readAt).not.toBeNull();

    const newest = await oneMore();
    await recipient.clerk.post('/notifications/read', { upTo: second.id });
    expect((await list(recipient.clerk, '?unread=true')).items.map(({ id }) => id)).toEqual([newest.id]);
  });

  it('of others can’t be read and not be marked', async () => {
    const told = await oneMore();
    for (const other of [recipient.leader, sender.clerk]) {
      expect((await list(other)).items.map(({ id }) => id)).not.toContain(told.id);
      expect((await other.post('/notifications/read', { ids: [told.id] })).status).toBe(200);
      expect((await other.post('/notifications/read', { upTo: told.id })).status).toBe(200);
    }
    const mine = (await list(recipient.clerk, '?unread=true')).items.map(({ id }) => id);
    expect(mine).toContain(told.id);
  });

  it.each([{}, { ids: [] }, { ids: ['không phải'] }, { upTo: 7 }, { ids: null }])('refuse to mark %j', async (wish) => {
    expectProblem(await recipient.clerk.post('/notifications/read', wish), 'request.invalid');
  });

  it('refuse a cursor that is none, and a filter that is none', async () => {
    expectProblem(await recipient.clerk.get('/notifications?after=xyz'), 'request.invalid');
    expectProblem(await recipient.clerk.get('/notifications?unread=maybe'), 'request.invalid');
  });

  it('are live news for the pages of their person, and for no colleague', async () => {
    const [own, colleague] = [await EventStream.open(recipient.clerk), await EventStream.open(recipient.leader)];
    await waitUntil('both listen', patience, async () => own.says('ready') && colleague.says('ready'));
    const { id } = await oneMore();
    const heard = (stream: EventStream): number =>
      stream.events.filter(({ topic }) => topic === 'notifications').length;
    await waitUntil('the clerk hears', patience, async () => heard(own) === 1);
    await recipient.clerk.post('/notifications/read', { ids: [id] });
    await waitUntil('their other pages hear', patience, async () => heard(own) === 2);
    expect(heard(colleague)).toBe(0);
    own.close();
    colleague.close();
  });
});

describe('what happened more than ninety days ago', () => {
  it('is not told any more, and what happened since is', async () => {
    const [old, kept] = [await oneMore(), await oneMore()];
    const age = async (id: string, days: number): Promise<string> => {
      const aged = newId(Date.now() - days * 86_400_000);
      await app.server.get(Database).query('UPDATE notifications SET id = $2 WHERE id = $1', [id, aged]);
      return aged;
    };
    const [gone, stays] = [await age(old.id, 91), await age(kept.id, 89)];
    await app.server.get(Housekeeping).tidy();
    const ids = (await list(recipient.clerk, '?limit=200')).items.map(({ id }) => id);
    expect(ids).toContain(stays);
    expect(ids).not.toContain(gone);
  });
});

describe('how a person wants to be told', () => {
  const address = 'ngan@kimboi.example';

  it('is what most want, until they choose; each for themselves', async () => {
    const usual = await settings(recipient.clerk);
    expect(usual).toEqual({
      kinds: notificationKinds.map((kind) => ({ kind, page: true, mail: 'digest' })),
      quietFrom: '18:00',
      quietTo: '07:00',
      language: 'vi',
      address: usual.address,
      canMail: true,
    });
    const kinds = usual.kinds.map((one) => ({ ...one, mail: 'never' }));
    const wish = { kinds, quietFrom: '20:00', quietTo: '06:30', language: 'en' };
    expect((await write(recipient.clerk, wish)).as(NotificationSettings)).toMatchObject(wish);
    expect(await settings(recipient.clerk)).toMatchObject(wish);
    expect(await settings(recipient.leader)).toMatchObject({ quietFrom: '18:00', language: 'vi' });
  });

  it('names every kind once, times of day and a language', async () => {
    const { kinds, quietFrom, quietTo, language } = await settings(sender.leader);
    const right = { kinds, quietFrom, quietTo, language };
    const [first] = kinds;
    for (const wrong of [
      { ...right, kinds: kinds.slice(1) },
      { ...right, kinds: kinds.map(() => first) },
      { ...right, kinds: kinds.map((one) => ({ ...one, mail: 'hourly' })) },
      { ...right, kinds: kinds.map((one) => ({ ...one, page: 'yes' })) },
      { ...right, quietFrom: '24:00' },
      { ...right, quietTo: '7:00' },
      { ...right, language: 'fr' },
    ]) {
      expectProblem(await write(sender.leader, wrong), 'request.invalid');
    }
    expect(await settings(sender.leader)).toMatchObject(right);
  });

  it('brings a mail at once, by the worker, about something express', async () => {
    await app.server
      .get(Database)
      .query('UPDATE people SET email = $2 WHERE id = $1', [recipient.clerk.session.person.id, address]);
    const { kinds, quietFrom, quietTo } = await settings(recipient.clerk);
    const wanted = kinds.map((one) => ({ ...one, mail: 'at-once' }));
    await write(recipient.clerk, { kinds: wanted, quietFrom, quietTo, language: 'vi' });
    const told = await oneMore({ urgency: 'express', subject: 'Về việc ứng phó khẩn cấp với bão số 12' });
    const { text, from } = await mail.mailTo(address);
    expect(from).toBe('vanthu@hoabinh.example');
    expect(text).toContain(`Hỏa tốc: Văn bản mới đến ${told.symbol}: Về việc ứng phó khẩn cấp với bão số 12`);
    await app.server.get(Database).query('UPDATE people SET email = NULL WHERE email = $1', [address]);
  });
});
