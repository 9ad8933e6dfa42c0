import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Database, requestOrigin } from '#platform';
import type { Caller } from './support/caller.js';
import { type Desk, deskWithEverything } from './support/desk.js';
import { documentIn } from './support/documents.js';
import { signIn } from './support/office.js';

let desk: Desk;
let administrator: Caller;

beforeAll(async () => {
  desk = await deskWithEverything();
  administrator = await signIn(desk.app, 'quantri');
  await documentIn('sent', desk.stranger, [desk.recipient.agencyId]);
});

afterAll(async () => {
  await desk.app.stop();
});

/** Statements that a request sends to the database, its session included; the worker beside it sends its own. */
async function statementsOf(by: Caller, path: string): Promise<{ statements: number; rows: number }> {
  const database = desk.app.server.get(Database);
  const original = database.execute.bind(database);
  let statements = 0;
  const execute = vi.spyOn(database, 'execute').mockImplementation(async (...given) => {
    statements += requestOrigin() === undefined ? 0 : 1;
    return original(...given);
  });
  const answer = await by.get(path);
  execute.mockRestore();
  const { items } = answer.json() as { items: unknown[] };
  return { statements, rows: items.length };
}

it.each([
  ['/documents?', () => desk.sender.clerk],
  ['/documents?urgency=normal&search=van%20ban&', () => desk.sender.clerk],
  ['/outgoing-register?', () => desk.sender.clerk],
  ['/arrivals?', () => desk.recipient.clerk],
  ['/notifications?', () => desk.recipient.clerk],
  ['/agencies?', () => desk.sender.clerk],
  ['/people?', () => administrator],
  ['/recipient-groups?', () => desk.sender.clerk],
  ['/share/agencies?indicator=exchanged-between-agencies&', () => administrator],
  ['/trail?', () => administrator],
] as const)('%s asks the database as often for one row as for many', async (path, who) => {
  // The session is lengthened by one of the first requests, not by the list.
  await who().get('/session');
  const one = await statementsOf(who(), `${path}limit=1`);
  const many = await statementsOf(who(), `${path}limit=100`);
  expect(one.rows).toBe(1);
  expect(many.rows).toBeGreaterThan(1);
  expect(one.statements).toBeGreaterThan(0);
  expect(many.statements).toBe(one.statements);
});
