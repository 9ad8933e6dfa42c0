import type { Role } from '#contracts';
import { AddPeople } from '#identity';
import { newId } from '#kernel';
import { Database } from '#platform';
import type { Desk } from '../desk.js';
import { codeOf } from './askers.js';

/** Somebody new at the sender who never signs in. */
export async function somebodyAt(desk: Desk, role: Role = 'civil-servant'): Promise<{ id: string; postId: string }> {
  const userName = `matrix.${newId()}`;
  await desk.app.server.get(AddPeople).execute([
    {
      userName,
      role,
      fullName: 'Bùi Thị Mới',
      passwordHash: 'nobody signs in with it',
      agencyCode: codeOf.sender,
      position: 'Chuyên viên',
    },
  ]);
  const [person] = await desk.app.server.get(Database).query<{ id: string; postId: string }>(
    `SELECT person.id, post.id AS "postId" FROM people AS person JOIN posts AS post ON post.person_id = person.id
      WHERE person.user_name = $1`,
    [userName],
  );
  if (person === undefined) {
    throw new Error('nobody was added');
  }
  return person;
}

/** A version that nothing has: the rule on who may edit is asked before it is compared. */
export const noVersion = { 'if-match': '"999"' };

/** A day that is always to come. */
export const farDay = '2099-01-01';
