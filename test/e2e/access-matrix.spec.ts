import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from './support/api-routes.js';
import { untilUsed } from './support/askers.js';
import { Caller } from './support/caller.js';
import { connect, workingAs } from './support/clients.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { type Asker, deskOf, endedSession, everyAsker } from './support/matrix/askers.js';
import {
  isLetThrough,
  isLetThroughWithLittleScope,
  littleScope,
  type MatrixRow,
  verdictOf,
} from './support/matrix/matrix-row.js';
import { matrixRows } from './support/matrix/rows.js';

let desk: Desk;
let askers: readonly Asker[];
let ended: Caller;
let system: Caller;

const described = (await apiRoutes()).map(({ method, path }) => `${method} ${path}`);
const rows = Object.entries(matrixRows).map(([route, row]) => ({ route, row }));
const isRead = ({ route }: { readonly route: string }): boolean => route.startsWith('GET ');
const reads = rows.filter((row) => isRead(row));
const changes = rows.filter((row) => !isRead(row));

beforeAll(async () => {
  const prepared = await deskWithEverything();
  askers = await everyAsker(prepared.app);
  desk = deskOf(prepared, askers);
  ended = await endedSession(desk.app);
  const administrator = askers.find(({ role, place }) => role === 'agency-administrator' && place === 'sender');
  const connected = await connect(administrator?.by ?? ended, 'clerk', { scopes: [littleScope] });
  system = await workingAs(desk.app.url, connected);
});

afterAll(async () => {
  await desk.app.stop();
});

/** Every role, in every place if it matters to the row where one is. */
function askersAbout({ at, also }: MatrixRow): readonly Asker[] {
  return at === undefined && also === undefined ? askers.filter(({ place }) => place === 'sender') : askers;
}

const things = new Map<MatrixRow['thing'], Promise<string>>();

/** For those who only read or are refused: they leave it as it is for the next. */
async function sharedThing({ thing }: MatrixRow): Promise<string> {
  const made = things.get(thing) ?? thing?.(desk) ?? Promise.resolve('');
  things.set(thing, made);
  return made;
}

/** What everybody is told, one after the other; a thing that somebody used up is made anew for the next. */
async function verdicts(row: MatrixRow, make: () => Promise<string>): Promise<Record<string, string>> {
  const one = untilUsed(make);
  const told: Record<string, string> = {};
  for (const { name, by } of askersAbout(row)) {
    told[name] = verdictOf(await one((thing) => row.ask(by, thing, desk)));
  }
  return told;
}

async function expectLetThrough(row: MatrixRow, make: () => Promise<string>): Promise<void> {
  const expected = askersAbout(row).map((asker) => [asker.name, isLetThrough(row, asker) ? 'let through' : 'refused']);
  expect(await verdicts(row, make)).toEqual(Object.fromEntries(expected));
}

describe('the access matrix', () => {
  it('has a row for every route of the API, and no other', () => {
    expect(Object.keys(matrixRows).toSorted()).toEqual(described.toSorted());
  });

  // What only reads leaves everything as it is for the others, so several are asked at the same time. Each waits for the
  // others too: its time is that of all of them.
  it.concurrent.each(reads)(
    '$route lets through whom the table of permissions says, and nobody else',
    { timeout: 120_000 },
    async ({ row }) => expectLetThrough(row, async () => sharedThing(row)),
  );

  it.each(changes)('$route lets through whom the table of permissions says, and nobody else', async ({ row }) =>
    expectLetThrough(row, async () => row.thing?.(desk) ?? ''),
  );

  it.each(rows)(
    '$route answers who is signed out, or whose session has ended, only if it is public',
    async ({ row }) => {
      const thing = await sharedThing(row);
      for (const by of [Caller.stranger(desk.app.url), ended]) {
        const verdict = verdictOf(await row.ask(by, thing, desk));
        expect(verdict === 'sign in first').toBe(row.needs !== 'public');
      }
    },
  );

  it.each(rows)('$route lets another system through only with its scope', async ({ row }) => {
    const thing = await sharedThing(row);
    const verdict = verdictOf(await row.ask(system, thing, desk));
    expect(verdict).toBe(isLetThroughWithLittleScope(row) ? 'let through' : 'refused');
  });
});
