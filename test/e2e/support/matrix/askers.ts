import { type Role, roles, type SessionView } from '#contracts';
import { AddPeople, hashPassword, Sessions } from '#identity';
import { Database } from '#platform';
import type { TestApp } from '../../../start-app.js';
import { Caller } from '../caller.js';
import type { Desk } from '../desk.js';
import type { Office } from '../office.js';

/** Three agencies: one sent the documents, one got them, one has nothing to do with them. */
export const places = ['sender', 'recipient', 'stranger'] as const;
export type Place = (typeof places)[number];

export const codeOf: Readonly<Record<Place, string>> = { sender: 'H28.02', recipient: 'H28.37', stranger: 'H28.03' };

export interface Asker {
  readonly name: string;
  readonly role: Role;
  readonly place: Place;
  readonly by: Caller;
}

/** Somebody of every role in every place, with sessions of their own. */
export async function everyAsker(app: TestApp): Promise<Asker[]> {
  const named = places.flatMap((place) => roles.map((role) => ({ place, role, userName: `matrix.${role}.${place}` })));
  const passwordHash = await hashPassword('một mật khẩu không ai biết');
  await app.server.get(AddPeople).execute(
    named.map(({ place, role, userName }) => ({
      userName,
      role,
      fullName: 'Bùi Văn Kiểm',
      passwordHash,
      agencyCode: codeOf[place],
      position: 'Chuyên viên',
    })),
  );
  return Promise.all(
    named.map(async ({ place, role, userName }) => ({
      name: `${role} of the ${place}`,
      place,
      role,
      by: await sessionOf(app, userName),
    })),
  );
}

/** The desk with those who ask as its people: they draft, sign and receive what is asked about. */
export function deskOf(desk: Desk, askers: readonly Asker[]): Desk {
  const callerOf = (place: Place, role: Role): Caller => {
    const asker = askers.find((one) => one.place === place && one.role === role);
    if (asker === undefined) {
      throw new Error(`nobody is ${role} of the ${place}`);
    }
    return asker.by;
  };
  const officeOf = (place: Place): Office => {
    const clerk = callerOf(place, 'clerk');
    const agencyId = clerk.session.post.agency.id;
    return { agencyId, clerk, civilServant: callerOf(place, 'civil-servant'), leader: callerOf(place, 'leader') };
  };
  return { ...desk, sender: officeOf('sender'), recipient: officeOf('recipient'), stranger: officeOf('stranger') };
}

/** A session as a sign-in would begin it. */
export async function sessionOf(app: TestApp, userName: string): Promise<Caller> {
  const [post] = await app.server.get(Database).query<{ id: string; personId: string }>(
    `SELECT post.id, post.person_id AS "personId" FROM posts AS post JOIN people AS person ON person.id = post.person_id
      WHERE person.user_name = $1`,
    [userName],
  );
  const token = await app.server.get(Sessions).begin(post?.personId ?? '', post?.id ?? '', '127.0.0.1');
  return Caller.withCookie(app.url, `vanthu_session=${token}`);
}

/** A cookie whose session has ended meanwhile. */
export async function endedSession(app: TestApp): Promise<Caller> {
  const caller = await sessionOf(app, 'matrix.clerk.sender');
  const session: SessionView = caller.session;
  await app.server
    .get(Database)
    .query('UPDATE sessions SET expires_at = created_at WHERE csrf_token = $1', [session.csrfToken]);
  return caller;
}
