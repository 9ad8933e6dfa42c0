import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ArrivalPage,
  ArrivalView,
  ConnectionTest,
  ConnectionView,
  DeliveryPage,
  type DeliveryView,
  SavedConnection,
} from '#contracts';
import { newId } from '#kernel';
import { Database } from '#platform';
import { waitUntil, WebhookReceiver } from '#testing';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import type { Caller } from './support/caller.js';
import { connect as connectSystem, workingAs } from './support/clients.js';
import { arrivalAt, documentIn, patience, pdf, sendCorrection } from './support/documents.js';
import { expectProblem } from './support/expect-problem.js';
import { type Office, officeOf, signIn } from './support/office.js';

let app: TestApp;
let sender: Office;
let recipient: Office;
let administrator: Caller;
let receiver: WebhookReceiver;

beforeAll(async () => {
  app = await startTestApp({ WEBHOOK_NETWORKS: '127.0.0.1/32' });
  sender = await officeOf(app, 'snv');
  recipient = await officeOf(app, 'kimboi');
  administrator = await signIn(app, 'quantri');
  receiver = await WebhookReceiver.open();
});

afterAll(async () => {
  await receiver.close();
  await app.stop();
});

afterEach(() => {
  receiver.instead = undefined;
});

const path = (): string => `/agencies/${recipient.agencyId}/connection`;

const show = async (by = administrator): Promise<ConnectionView> => (await by.get(path())).as(ConnectionView);

async function write(connection: object, version?: number): Promise<Answer> {
  const known = version ?? (await show()).version;
  return administrator.call('PUT', path(), { headers: { 'if-match': `"${known}"` }, json: connection });
}

/** Connects the recipient with the receiver; the receiver learns the secret as its people would. */
async function connect(): Promise<void> {
  const { newSecret } = (await write({ channel: 'webhook', webhookUrl: receiver.url })).as(SavedConnection);
  receiver.secret = newSecret ?? receiver.secret;
}

async function seen(documentId: string): Promise<DeliveryView | undefined> {
  return (await sender.clerk.get(`/documents/${documentId}/deliveries`)).as(DeliveryPage).items[0];
}

/** Where the link leads; the tests’ application does not know its public address. */
function pathOf(link = ''): string {
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}

async function until(documentId: string, state: string): Promise<void> {
  await waitUntil(`it is ${state}`, patience, async () => (await seen(documentId))?.state === state);
}

describe('the connection of an agency', () => {
  it('is inside this system until it is set, and tells addresses to nobody but its administrators', async () => {
    expect(await show()).toMatchObject({ channel: 'local', version: 0, mayEdit: true });
    (await write({ channel: 'local', mailbox: 'vanthu@kimboi.example.vn', webhookUrl: receiver.url })).as(
      SavedConnection,
    );
    expect(await show()).toMatchObject({ mailbox: 'vanthu@kimboi.example.vn', webhookUrl: receiver.url });
    expect(await show(sender.clerk)).toMatchObject({
      channel: 'local',
      mailbox: null,
      webhookUrl: null,
      mayEdit: false,
    });
  });

  it('gives its first secret once, changes it with an overlap, and never shows one again', async () => {
    const first = (await write({ channel: 'webhook', webhookUrl: receiver.url })).as(SavedConnection);
    expect(first.newSecret).toMatch(/^whsec_/);
    expect(JSON.stringify(await show())).not.toContain('whsec_');
    const again = (await write({ channel: 'webhook', webhookUrl: receiver.url })).as(SavedConnection);
    expect(again.newSecret).toBeNull();
    const second = (await administrator.post(`${path()}/secret`)).as(SavedConnection);
    expect(second.connection).toMatchObject({ hasOlderSecret: true });

    for (const secret of [first.newSecret, second.newSecret]) {
      receiver.secret = secret ?? '';
      expect((await administrator.post(`${path()}/test`)).as(ConnectionTest)).toMatchObject({ reached: true });
    }
    expect((await administrator.call('DELETE', `${path()}/secret/older`)).as(ConnectionView).hasOlderSecret).toBe(
      false,
    );
    receiver.secret = first.newSecret ?? '';
    const refused = (await administrator.post(`${path()}/test`)).as(ConnectionTest);
    expect(refused).toMatchObject({
      reached: false,
      status: 401,
      cause: 'credentials',
      detail: '{"code":"not-signed"}',
    });
    receiver.secret = second.newSecret ?? '';
  });

  it('keeps the secret that the other system checks with while newer ones are made, also two at once', async () => {
    (await write({ channel: 'webhook', webhookUrl: receiver.url })).as(SavedConnection);
    const renew = async () => (await administrator.post(`${path()}/secret`)).as(SavedConnection).newSecret ?? '';
    const test = async (secret: string) => {
      receiver.secret = secret;
      return (await administrator.post(`${path()}/test`)).as(ConnectionTest).reached;
    };
    const drop = async () => (await administrator.call('DELETE', `${path()}/secret/older`)).as(ConnectionView);
    const inUse = await renew();
    await drop();
    const lost = await renew();
    const [one, other] = await Promise.all([renew(), renew()]);
    expect([await test(inUse), await test(lost)]).toEqual([true, false]);
    const newest = (await test(one)) ? one : other;
    expect([await test(one), await test(other)].filter((works) => works)).toHaveLength(1);
    await drop();
    expect([await test(inUse), await test(newest)]).toEqual([false, true]);
  });

  it('says in a test why the other system was not reached', async () => {
    const away = await WebhookReceiver.open();
    const { url } = away;
    await away.close();
    (await write({ channel: 'webhook', webhookUrl: url })).as(SavedConnection);
    const test = (await administrator.post(`${path()}/test`)).as(ConnectionTest);
    expect(test).toMatchObject({
      reached: false,
      status: null,
      cause: 'connection-refused',
      detail: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each([
    ['a webhook without an address', { channel: 'webhook' }, 'connection.incomplete'],
    ['e-mail without a mailbox', { channel: 'email' }, 'connection.incomplete'],
    ['an address that is none', { channel: 'webhook', webhookUrl: 'không phải địa chỉ' }, 'request.invalid'],
    ['an address of another kind', { channel: 'webhook', webhookUrl: 'file:///etc/passwd' }, 'request.invalid'],
    ['a mailbox that is none', { channel: 'email', mailbox: 'vanthu' }, 'request.invalid'],
    ['a channel that is none', { channel: 'fax' }, 'request.invalid'],
  ] as const)('is not set to %s', async (_what, connection, code) => {
    const before = await show();
    expectProblem(await write(connection), code);
    expect(await show()).toEqual(before);
  });

  it('is not set on a version that somebody else changed, nor by the clerk', async () => {
    const { version } = await show();
    expectProblem(await write({ channel: 'local' }, version - 1), 'connection.stale');
    const byClerk = recipient.clerk.call('PUT', path(), {
      headers: { 'if-match': `"${version}"` },
      json: { channel: 'local' },
    });
    expectProblem(await byClerk, 'permission.denied');
  });
});

describe('a document to an agency with a system of its own', () => {
  it('goes there signed, with files that have the right bytes, and has arrived when it is taken', async () => {
    await connect();
    const content = pdf();
    const { id, symbol, subject } = await documentIn('sent', sender, [recipient.agencyId], {}, { content });
    await until(id, 'arrived');
    const delivery = await seen(id);
    const kept = receiver.kept.get(delivery?.id ?? '');
    expect(kept).toMatchObject({ symbol, subject, kind: 'new', sender: { code: 'H28.02' }, paperToo: false });
    expect(receiver.received.at(-1)).toMatchObject({ isSigned: true, headers: { 'webhook-id': delivery?.id } });
    const [file] = kept?.files ?? [];
    const link = pathOf(file?.url);
    const fetched = await fetch(`${app.url}${link}`);
    const bytes = Buffer.from(await fetched.arrayBuffer());
    expect(bytes.equals(content)).toBe(true);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.digest);
    const part = await fetch(`${app.url}${link}`, { headers: { range: 'bytes=1-7' } });
    expect([part.status, await part.text()]).toEqual([206, 'PDF-1.4']);
    const trail = `SELECT count(*) AS count FROM audit_entries WHERE action = 'document.file-fetched' AND object_id = $1`;
    expect(await app.server.get(Database).query(trail, [id])).toEqual([{ count: 1 }]);
  });

  it('is told what corrects it, and gives it back when the sender wants that; its files are fetched no more', async () => {
    const original = await documentIn('sent', sender, [recipient.agencyId]);
    await until(original.id, 'arrived');
    const deliveryId = (await seen(original.id))?.id ?? '';
    const correction = await sendCorrection(sender, original.id, 'corrects');
    await until(correction.id, 'arrived');
    const { symbol, digest } = original;
    expect(receiver.kept.get((await seen(correction.id))?.id ?? '')).toMatchObject({
      kind: 'update',
      about: { deliveryId, symbol, digest },
    });

    await sender.clerk.post(`/documents/${original.id}/recalls`, { reason: 'Gửi nhầm' });
    await until(original.id, 'recalled');
    expect(receiver.givenBack.get(deliveryId)).toMatchObject({ reason: 'Gửi nhầm', digest });
    expect(receiver.received.at(-1)?.isSigned).toBe(true);
    const link = pathOf(receiver.kept.get(deliveryId)?.files[0]?.url);
    expect((await fetch(`${app.url}${link}`)).status).toBe(410);
  });

  it('is given to nobody with another link, of another file, or with none', async () => {
    const link = new URL([...receiver.kept.values()].at(-1)?.files[0]?.url ?? '');
    const key = link.searchParams.get('key') ?? '';
    const fileId = link.pathname.split('/').at(-1);
    const other = await documentIn('sent', sender, [recipient.agencyId]);
    await until(other.id, 'arrived');
    const otherFile = other.attachments[0]?.id ?? '';
    for (const [wrongKey, wrongFile] of [
      [`${key.slice(0, -2)}xx`, fileId],
      ['none', fileId],
      ['', fileId],
      [key, newId()],
      [key, otherFile],
    ]) {
      expectProblem(
        await recipient.clerk.get(`/delivered-files/${wrongFile}?key=${wrongKey}`),
        'delivered-file.link-ended',
      );
    }
  });

  it('is delivered once though the acknowledgement of the first try is lost', async () => {
    let lost = false;
    receiver.instead = ({ body }, response) => {
      lost = true;
      const { data } = JSON.parse(body) as { data: { deliveryId: string; digest: string } };
      receiver.kept.set(data.deliveryId, data as never);
      receiver.instead = undefined;
      response.destroy();
    };
    const { id } = await documentIn('sent', sender, [recipient.agencyId]);
    await waitUntil('the first acknowledgement is lost', patience, async () => lost);
    const delivery = await seen(id);
    await until(id, 'arrived');
    const tries = receiver.received.filter(({ headers }) => headers['webhook-id'] === delivery?.id);
    expect(tries).toHaveLength(2);
    expect((await seen(id))?.events.map(({ code }) => code)).toEqual(['sent', '01']);
  });

  it('needs attention at once when the other side holds another content under its id', async () => {
    receiver.instead = (_received, response) => {
      response.writeHead(409, { 'content-type': 'application/json' }).end('{"code":"digest-conflict"}');
    };
    const { id } = await documentIn('sent', sender, [recipient.agencyId]);
    await until(id, 'needs-attention');
    expect((await seen(id))?.events.map(({ code }) => code)).toEqual(['sent', 'failed']);
  });
});

describe('the recipient’s system', () => {
  let deliveryId: string;
  let documentId: string;
  let system: Caller;

  beforeAll(async () => {
    await connect();
    const given = { agencyId: recipient.agencyId, scopes: ['delivery:report'] as const };
    system = await workingAs(app.url, await connectSystem(administrator, 'clerk', given));
    documentId = (await documentIn('sent', sender, [recipient.agencyId])).id;
    await until(documentId, 'arrived');
    deliveryId = (await seen(documentId))?.id ?? '';
  });

  const report = (overrides: object, by = system, id = deliveryId) =>
    by.post(`/received-deliveries/${id}/events`, {
      eventId: newId(),
      code: '03',
      occurredAt: new Date().toISOString(),
      ...overrides,
    });

  const codes = async (): Promise<string[]> => ((await seen(documentId))?.events ?? []).map(({ code }) => code);

  it('reports states in any order, and the sender sees the farthest with the time of each', async () => {
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    expect((await report({ code: '05', occurredAt: at(3) })).status).toBe(204);
    expect((await report({ code: '03', occurredAt: at(1), actor: 'Bùi Thị Lan', arrivalNumber: 217 })).status).toBe(
      204,
    );
    expect((await report({ code: '04', occurredAt: at(2) })).status).toBe(204);
    expect(await seen(documentId)).toMatchObject({ state: 'in-process', arrivalNumber: 217 });
    expect(await codes()).toEqual(['sent', '01', '03', '04', '05']);
  });

  it('is kept with codes that are not known here, as they came', async () => {
    expect((await report({ code: '09', note: 'chờ ý kiến' })).status).toBe(204);
    expect(await codes()).toContain('09');
    expect(await seen(documentId)).toMatchObject({ state: 'in-process' });
  });

  it('may repeat an event, also at the same time, and not use its id for another', async () => {
    const event = { eventId: 'sự kiện 1', code: '06', occurredAt: new Date().toISOString() };
    const answers = await Promise.all([report(event), report(event), report(event)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await codes()).filter((code) => code === '06')).toHaveLength(1);
    expectProblem(await report({ ...event, code: '05' }), 'delivery-report.conflict');
  });

  it.each([
    ['of the future', { occurredAt: new Date(Date.now() + 600_000).toISOString() }, 'delivery-report.time-wrong'],
    ['from before the sending', { occurredAt: '2017-05-02T02:00:00Z' }, 'delivery-report.time-wrong'],
    ['of a refusal without a reason', { code: '02' }, 'delivery-report.reason-missing'],
    ['without a code', { code: '' }, 'request.invalid'],
    ['with a number that is none', { arrivalNumber: 0 }, 'request.invalid'],
  ] as const)('is refused an event %s', async (_what, overrides, code) => {
    expectProblem(await report(overrides), code);
  });

  it('reports nothing of others, and nothing of what was received here', async () => {
    expectProblem(await report({}, sender.clerk), 'not-found');
    expectProblem(await report({}, system, newId()), 'not-found');
    const local = await officeOf(app, 'stp');
    const { id } = await documentIn('sent', sender, [local.agencyId]);
    await until(id, 'arrived');
    expectProblem(await report({}, local.clerk, (await seen(id))?.id), 'delivery.not-remote');
  });

  it('may tell the number of the register late: the newest by its own time stands', async () => {
    const { id } = await documentIn('sent', sender, [recipient.agencyId]);
    await until(id, 'arrived');
    const given = (await seen(id))?.id;
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    expect((await report({ occurredAt: at(5), arrivalNumber: 12 }, system, given)).status).toBe(204);
    expect((await report({ occurredAt: at(1), arrivalNumber: 11 }, system, given)).status).toBe(204);
    expect(await seen(id)).toMatchObject({ state: 'accepted', arrivalNumber: 12 });
  });

  it('refuses with a reason, which takes the exchange out of the share', async () => {
    const { id } = await documentIn('sent', sender, [recipient.agencyId]);
    await until(id, 'arrived');
    const delivery = await seen(id);
    expect((await report({ code: '02', note: 'Gửi nhầm nơi nhận' }, system, delivery?.id)).status).toBe(204);
    expect(await seen(id)).toMatchObject({ state: 'refused' });
    const excluded = 'SELECT excluded_reason AS reason FROM exchanges WHERE document_id = $1';
    expect(await app.server.get(Database).query(excluded, [id])).toEqual([{ reason: 'refused' }]);
  });
});

describe('the first opening', () => {
  it('is kept once, and shown to the sender only while the recipient allows it', async () => {
    const other = await officeOf(app, 'stttt');
    const { id } = await documentIn('sent', sender, [other.agencyId]);
    await until(id, 'arrived');
    const { items } = (await other.clerk.get('/arrivals?limit=5')).as(ArrivalPage);
    const arrival = `/arrivals/${items[0]?.id}`;
    await Promise.all([other.clerk.get(arrival), other.leader.get(arrival), other.clerk.get(arrival)]);
    const kept = `SELECT count(*) AS count FROM tracking_events WHERE code = 'opened'
                     AND delivery_id IN (SELECT id FROM deliveries WHERE document_id = $1)`;
    expect(await app.server.get(Database).query(kept, [id])).toEqual([{ count: 1 }]);
    const shown = async () => ((await seen(id))?.events ?? []).filter(({ code }) => code === 'opened').length;
    expect(await shown()).toBe(0);
    for (const [version, showsOpening, expected] of [
      [0, true, 1],
      [1, false, 0],
    ] as const) {
      const changed = await administrator.call('PUT', `/agencies/${other.agencyId}/connection`, {
        headers: { 'if-match': `"${version}"` },
        json: { channel: 'local', showsOpening },
      });
      changed.as(SavedConnection);
      expect(await shown()).toBe(expected);
    }
    expect(await seen(id)).toMatchObject({ state: 'arrived' });
  });

  it('is that of a file too, but not of a list, nor of a system that fetches it', async () => {
    const reader = await officeOf(app, 'stp');
    const sent = await documentIn('sent', sender, [reader.agencyId]);
    const { id } = await arrivalAt(reader, sent);
    const openings = async (): Promise<number> => {
      const kept = `SELECT opened_at FROM arrivals WHERE id = $1 AND opened_at IS NOT NULL`;
      return (await app.server.get(Database).query(kept, [id])).length;
    };
    const connected = await connectSystem(administrator, 'clerk', { agencyId: reader.agencyId });
    const fetching = await workingAs(app.url, connected);
    const { attachments } = (await fetching.get(`/arrivals/${id}`)).as(ArrivalView);
    await reader.clerk.get('/arrivals');
    expectProblem(await sender.clerk.get(`/arrivals/${id}`), 'not-found');
    expect(await openings()).toBe(0);
    const file = `/arrivals/${id}/attachments/${attachments[0]?.id}/content`;
    expect((await reader.leader.get(file)).status).toBe(200);
    expect(await openings()).toBe(1);
  });
});
