import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, SetCalendarDay as Fields, Urgency } from '#contracts';
import { CalendarYearQuery, SetCalendarDay } from '#directory';
import { ApproveDocument, IssueDocument } from '#documents';
import { DeskCountsQuery } from '#incoming';
import { aDocument, anActor, anAttachment, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let leader: Actor;
const administrator = anActor({ role: 'system-administrator' });

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  await world.database.query('DELETE FROM calendar_days');
  clerk = await world.aClerk();
  const post = await aPost(world.database, { agencyId: clerk.agencyId, role: 'leader' });
  leader = anActor({ agencyId: clerk.agencyId, postId: post.id, personId: post.personId, role: 'leader' });
  at('2026-02-13', '16:59');
});

function at(day: string, time: string): void {
  world.clock.moment = new Date(`${day}T${time}:00+07:00`);
}

async function approved(urgency: Urgency = 'normal'): Promise<string> {
  const { id } = await aDocument(world.database, {
    agencyId: clerk.agencyId,
    state: 'submitted',
    signerPostId: leader.postId ?? '',
    urgency,
  });
  await anAttachment(world.database, { documentId: id });
  await world.get(ApproveDocument).execute(leader, id);
  return id;
}

async function dueOf(id: string): Promise<{ approved: string; issue: string; send: string } | undefined> {
  const words = (column: string): string => `to_char(${column} AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI')`;
  const [row] = await world.database.query<{ approved: string; issue: string; send: string }>(
    `SELECT ${words('approved_at')} AS approved, ${words('issue_due_at')} AS issue, ${words('send_due_at')} AS send
       FROM documents WHERE id = $1`,
    [id],
  );
  return row;
}

const dayOff: Fields = { kind: 'off', name: 'Tết Nguyên đán', basis: 'Thông báo 01/TB' };

async function set(day: string, fields: Fields | null = dayOff, version = 0): Promise<void> {
  await world.get(SetCalendarDay).execute(administrator, { day, version, fields });
}

async function tet(): Promise<void> {
  for (const day of ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']) {
    await set(day);
  }
}

describe('what is approved', () => {
  it('a minute before the last day before Tết ends is due after Tết', async () => {
    await tet();
    expect(await dueOf(await approved())).toEqual({
      approved: '2026-02-13 16:59',
      issue: '2026-02-23 17:00',
      send: '2026-02-23 11:30',
    });
  });

  it('with urgency is due at once, whatever day it is', async () => {
    await tet();
    at('2026-02-17', '22:00');
    for (const urgency of ['urgent', 'very-urgent', 'express'] as const) {
      expect(await dueOf(await approved(urgency))).toMatchObject({
        issue: '2026-02-17 22:30',
        send: '2026-02-17 22:30',
      });
    }
  });

  it('is late for the clerk once its time is over, to issue first and then to send', async () => {
    const id = await approved();
    const late = async (by: Actor) => {
      const { lateToIssue, lateToSend } = await world.get(DeskCountsQuery).of(by);
      return { lateToIssue, lateToSend };
    };
    at('2026-02-16', '16:59');
    expect(await late(clerk)).toEqual({ lateToIssue: 0, lateToSend: 0 });
    at('2026-02-16', '17:01');
    expect(await late(clerk)).toEqual({ lateToIssue: 1, lateToSend: 0 });
    expect(await late(leader)).toEqual({ lateToIssue: 0, lateToSend: 0 });
    await world.get(IssueDocument).execute(clerk, id);
    expect(await late(clerk)).toEqual({ lateToIssue: 0, lateToSend: 1 });
  });
});

describe('a change of the calendar', () => {
  it('counts what waits anew, and leaves what was sent as it was', async () => {
    const [waiting, sent] = [await approved(), await approved()];
    await world.database.query(`UPDATE documents SET state = 'sent' WHERE id = $1`, [sent]);
    expect(await dueOf(waiting)).toMatchObject({ issue: '2026-02-16 17:00' });
    await tet();
    expect(await dueOf(waiting)).toMatchObject({ issue: '2026-02-23 17:00', send: '2026-02-23 11:30' });
    expect(await dueOf(sent)).toMatchObject({ issue: '2026-02-16 17:00' });
    await set('2026-02-14', { kind: 'worked', name: 'Làm bù', basis: 'Thông báo 02/TB' });
    expect(await dueOf(waiting)).toMatchObject({ issue: '2026-02-14 17:00' });
    await set('2026-02-14', null, 1);
    expect(await dueOf(waiting)).toMatchObject({ issue: '2026-02-23 17:00' });
  });

  it('beside an approval leaves no deadline of the old calendar, whichever comes first', async () => {
    const documents: string[] = [];
    for (let round = 0; round < 10; round += 1) {
      const { id } = await aDocument(world.database, {
        agencyId: clerk.agencyId,
        state: 'submitted',
        signerPostId: leader.postId ?? '',
      });
      documents.push(id);
    }
    await Promise.all([
      ...documents.slice(0, 5).map((id) => world.get(ApproveDocument).execute(leader, id)),
      set('2026-02-16'),
      ...documents.slice(5).map((id) => world.get(ApproveDocument).execute(leader, id)),
    ]);
    const dues = await Promise.all(documents.map(async (id) => (await dueOf(id))?.issue));
    expect(new Set(dues)).toEqual(new Set(['2026-02-17 17:00']));
  });

  it('is on record with what it replaced', async () => {
    await set('2026-05-04');
    at('2026-02-13', '17:00');
    await set('2026-05-04', { ...dayOff, basis: 'Thông báo 03/TB' }, 1);
    at('2026-02-13', '17:01');
    await set('2026-05-04', null, 2);
    const entries = await world.database.query<{ action: string; note: string }>(
      `SELECT action, note FROM audit_entries
        WHERE object_type = 'working-day' AND object_id = '2026-05-04' ORDER BY at`,
    );
    expect(entries).toEqual([
      { action: 'working-day.set', note: 'Thông báo 01/TB' },
      { action: 'working-day.set', note: 'Thông báo 03/TB' },
      { action: 'working-day.removed', note: 'Thông báo 03/TB' },
    ]);
  });

  it('is refused on a version that is gone, for a weekday as worked, and to everybody else', async () => {
    await set('2026-02-16');
    await expect(set('2026-02-16')).rejects.toThrow('working-day.stale');
    await expect(set('2026-02-16', null, 2)).rejects.toThrow('working-day.stale');
    await expect(set('2026-02-17', null)).rejects.toThrow('working-day.stale');
    await expect(set('2026-02-17', { ...dayOff, kind: 'worked' })).rejects.toThrow('working-day.worked-anyway');
    for (const actor of [clerk, leader, anActor({ role: 'agency-administrator' })]) {
      const wish = { day: '2026-02-17', version: 0, fields: dayOff };
      await expect(world.get(SetCalendarDay).execute(actor, wish)).rejects.toThrow('permission.denied');
      await expect(world.get(CalendarYearQuery).view(actor, 2026)).rejects.toThrow('permission.denied');
    }
  });

  it('tells the years for which nobody has entered Tết', async () => {
    await set('2026-01-01', { ...dayOff, name: 'Tết Dương lịch' });
    expect(await world.get(CalendarYearQuery).view(administrator, 2026)).toMatchObject({ hasNewYear: false });
    await tet();
    const { hasNewYear, days } = await world.get(CalendarYearQuery).view(administrator, 2026);
    expect(hasNewYear).toBe(true);
    expect(days).toHaveLength(6);
  });
});
