import type { Role } from '#contracts';
import { AddPeople } from '#identity';
import { passwordHash } from '../../start-app.js';
import type { Answer } from './answer.js';
import type { Caller } from './caller.js';
import type { Desk } from './desk.js';
import { signIn } from './office.js';

export type Askers = Readonly<Record<string, Caller>>;

/** Who asks, by what they are to the documents of the desk: the sender’s people, `their` the recipient’s, and others. */
export async function askersOf(desk: Desk): Promise<Askers> {
  const somebody = async (role: Role, agencyCode: string): Promise<Caller> => somebodyNew(desk, role, agencyCode);
  return {
    drafter: desk.sender.civilServant,
    colleague: await signIn(desk.app, 'chuyenvien2.snv'),
    leader: desk.sender.leader,
    clerk: desk.sender.clerk,
    archivist: await somebody('archivist', 'H28.02'),
    administrator: await somebody('agency-administrator', 'H28.02'),
    auditor: await somebody('auditor', 'H28.02'),
    'their servant': desk.recipient.civilServant,
    'their leader': desk.recipient.leader,
    'their clerk': desk.recipient.clerk,
    'their archivist': await somebody('archivist', 'H28.37'),
    'their auditor': await somebody('auditor', 'H28.37'),
    'foreign leader': desk.stranger.leader,
    'foreign clerk': desk.stranger.clerk,
    system: await signIn(desk.app, 'quantri'),
  };
}

/** A person in a role that the demonstration province has nobody for. */
async function somebodyNew({ app }: Desk, role: Role, agencyCode: string): Promise<Caller> {
  const userName = `${role}.${agencyCode}`.toLowerCase();
  const person = { fullName: 'Bùi Văn Kiểm', userName, passwordHash, agencyCode, role, position: 'Chuyên viên' };
  await app.server.get(AddPeople).execute([person]);
  return signIn(app, userName);
}

export interface TableRow {
  readonly action: string;
  readonly expected: Readonly<Record<string, string | undefined>>;
}

/** One row an action; its cells under the columns: `-` is not found, `x` is not within their rights, `ok` is done. */
export function asTable(columns: readonly string[], rows: Readonly<Record<string, string>>): TableRow[] {
  return Object.entries(rows).map(([action, cells]) => {
    const expected = cells.trim().split(/\s+/);
    return { action, expected: Object.fromEntries(columns.map((who, index) => [who, expected[index]])) };
  });
}

/** Lets one after the other ask; tells what each was told, in the words of the table. */
export async function answersOf(
  askers: Askers,
  columns: readonly string[],
  ask: (by: Caller) => Promise<Answer>,
): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const who of columns) {
    const by = askers[who];
    if (by === undefined) {
      throw new Error(`nobody is called ${who}`);
    }
    answers[who] = told(await ask(by));
  }
  return answers;
}

function told(answer: Answer): string {
  if (answer.status < 300) {
    return 'ok';
  }
  const { code } = answer.problem();
  return ({ 'not-found': '-', 'permission.denied': 'x' } as Record<string, string>)[code] ?? code;
}

/** A thing that is made anew once somebody was allowed to use it up; who is refused leaves it for the next. */
export function untilUsed<Thing>(
  make: () => Promise<Thing>,
): (use: (thing: Thing) => Promise<Answer>) => Promise<Answer> {
  let thing: Promise<Thing> | undefined;
  return async (use) => {
    thing ??= make();
    const answer = await use(await thing);
    if (answer.status < 300) {
      thing = undefined;
    }
    return answer;
  };
}
