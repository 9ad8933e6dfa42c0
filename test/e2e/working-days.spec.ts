import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CalendarImport, CalendarYearView } from '#contracts';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../start-app.js';
import type { Answer } from './support/answer.js';
import type { Caller } from './support/caller.js';
import { expectProblem } from './support/expect-problem.js';
import { signIn } from './support/office.js';

let app: TestApp;
let administrator: Caller;
let clerk: Caller;

beforeAll(async () => {
  app = await startTestApp();
  const userOf = (role: string): string => app.province.people.find((person) => person.role === role)?.userName ?? '';
  administrator = await signIn(app, userOf('system-administrator'));
  clerk = await signIn(app, userOf('clerk'));
});

beforeEach(async () => {
  await app.server.get(Database).query(`DELETE FROM calendar_days WHERE day >= '2030-01-01'`);
});

afterAll(async () => {
  await app.stop();
});

async function send(
  content: Buffer | string,
  { plan = '', by = administrator, language = 'vi' } = {},
): Promise<Answer> {
  return by.call('PUT', `/working-days/import${plan === '' ? '' : `?plan=${plan}`}`, {
    headers: { 'content-type': 'application/octet-stream', 'accept-language': language },
    body: Buffer.from(content),
  });
}

async function preview(content: Buffer | string): Promise<CalendarImport> {
  return (await send(content)).as(CalendarImport);
}

async function yearOf(year: number): Promise<CalendarYearView> {
  return (await administrator.get(`/working-days?year=${year}`)).as(CalendarYearView);
}

const head = 'Ngày,Loại ngày,Tên,Căn cứ\n';
const tet = `${head}02/02/2030,Nghỉ,Tết Nguyên đán,TB 1/TB\n2030-02-04,nghi,Tết Nguyên đán,TB 1/TB\n9/2/2030,Làm bù,Làm bù,TB 1/TB\n`;

describe('the calendar as a file', () => {
  it('comes with the fixed holidays, the Hùng Kings’ day and the Tết that was announced, and no other', async () => {
    const [known, open] = [await yearOf(2026), await yearOf(2027)];
    expect(known.hasNewYear).toBe(true);
    expect(known.days.map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2026-01-01', '2026-02-16', '2026-04-26', '2026-04-27', '2026-04-30', '2026-09-02']),
    );
    expect(open.hasNewYear).toBe(false);
    expect(open.days.map(({ day }) => day)).toContain('2027-04-16');
  });

  it.each(['csv', 'xlsx'])('is exported as %s, and imported again it changes nothing', async (format) => {
    const exported = await administrator.get(`/working-days/export?year=2026&format=${format}&language=en`);
    expect(exported.headers.get('content-disposition')).toBe(`attachment; filename="lich-lam-viec-2026.${format}"`);
    const seen = await preview(exported.bytes);
    expect(seen).toMatchObject({ faults: [], added: 0, changed: 0, unchanged: (await yearOf(2026)).days.length });
  });

  it('names every fault by its row and column, in the reader’s language, and writes nothing', async () => {
    const rows = [
      '31/02/2030,Nghỉ,Tết,TB 1',
      '2030-02-04,Nghỉ phép,Tết,TB 1',
      '2030-02-05,Làm bù,Tết,TB 1',
      '2030-02-05,Nghỉ,Tết,TB 1',
      '2030-02-06,Nghỉ,,',
      ',Nghỉ,Tết,TB 1',
      `2030-02-07,Nghỉ,${'a'.repeat(201)},TB 1`,
      '2030-02-08,Nghỉ,Tết,TB 1',
    ];
    const seen = await preview(head + rows.join('\n'));
    expect(seen).toMatchObject({ imported: false, faultCount: 8 });
    expect(seen.faults.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 Ngày',
      '3 Loại ngày',
      '4 Loại ngày',
      '5 Ngày',
      '6 Tên',
      '6 Căn cứ',
      '7 Ngày',
      '8 Tên',
    ]);
    expect(seen.faults[1]?.message).toBe('Không có loại ngày “Nghỉ phép”. Viết: Nghỉ; Làm bù.');
    const english = (await send(head + rows.join('\n'), { language: 'en' })).as(CalendarImport);
    expect(english.faults[3]).toEqual({ row: 5, column: 'Day', message: 'This day stands in row 4 already.' });
    expectProblem(await send(head + rows.join('\n'), { plan: seen.plan }), 'file-import.has-faults');
    expect((await yearOf(2030)).days).toEqual([]);
  });

  it('is imported as the preview said, and a repeat finds nothing left to do', async () => {
    const seen = await preview(tet);
    expect(seen).toMatchObject({ imported: false, added: 3, lines: [{ day: '2030-02-02' }, { row: 3 }, { row: 4 }] });
    expect((await yearOf(2030)).days).toEqual([]);
    const done = (await send(tet, { plan: seen.plan })).as(CalendarImport);
    expect(done).toMatchObject({ imported: true, added: 3 });
    expect(await yearOf(2030)).toMatchObject({
      hasNewYear: true,
      days: [
        { day: '2030-02-02', kind: 'off', version: 1 },
        { day: '2030-02-04', kind: 'off' },
        { day: '2030-02-09', kind: 'worked' },
      ],
    });
    const again = (await send(tet, { plan: seen.plan })).as(CalendarImport);
    expect(again).toMatchObject({ imported: true, added: 0, unchanged: 3 });
    const changed = tet.replace('2030-02-04,nghi,Tết Nguyên đán', '2030-02-04,nghi,Mùng ba Tết');
    expect((await preview(changed)).lines).toMatchObject([
      { row: 3, kind: 'changed', changes: [{ column: 'Tên', before: 'Tết Nguyên đán', after: 'Mùng ba Tết' }] },
    ]);
  });

  it('is not imported when the calendar changed meanwhile in a way that matters', async () => {
    const seen = await preview(tet);
    const day = await administrator.call('PUT', '/working-days/2030-02-04', {
      headers: { 'if-match': '"0"' },
      json: { kind: 'off', name: 'Tết', basis: 'TB 2' },
    });
    expect(day.status).toBe(200);
    expectProblem(await send(tet, { plan: seen.plan }), 'file-import.changed-meanwhile');
    expect((await yearOf(2030)).days).toHaveLength(1);
  });

  it('is for the system administrator only, and takes only what can be read', async () => {
    expectProblem(await send(tet, { by: clerk }), 'permission.denied');
    expectProblem(await clerk.get('/working-days/export?year=2026&format=csv'), 'permission.denied');
    expectProblem(await send(head), 'file-import.empty');
    expectProblem(await send('PK\x03\x04 not a workbook'), 'file-import.unreadable');
    expectProblem(await send(Buffer.alloc(2_000_001, 'a')), 'file-import.too-large');
    expectProblem(await send(head + '2030-02-04,Nghỉ,Tết,TB\n'.repeat(1_001)), 'file-import.too-many-rows');
  });

  it('tells its keeper in the menu of the near years without Tết, and nobody else', async () => {
    const near = (await yearOf(2026)).unready.length;
    const { unreadyYears } = (await administrator.get('/desk')).json() as { unreadyYears: number };
    expect(unreadyYears).toBe(near);
    expect((await clerk.get('/desk')).json()).toMatchObject({ unreadyYears: 0 });
  });
});
