import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SessionNeed } from '#contracts';
import { type Person, type Post, Sessions } from '#identity';
import { Clock } from '#kernel';
import { createDataSource, Database, loadConfig } from '#platform';
import { aPasskey, aPerson, aPost, createTestDatabase, type TestDatabase } from '#testing';

class SetClock extends Clock {
  override now(): Date {
    return new Date('2017-05-02T03:00:00Z');
  }
}

let testDatabase: TestDatabase;
let dataSource: DataSource;
let database: Database;
let sessions: Sessions;
let person: Person;
let post: Post;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  dataSource = await createDataSource({ url: testDatabase.url, pool: 4, entities: [], migrations: [] }).initialize();
  database = new Database(dataSource);
  sessions = new Sessions(database, new SetClock(), loadConfig({}));
});

afterAll(async () => {
  await dataSource.destroy();
  await testDatabase.drop();
});

beforeEach(async () => {
  await database.query('DELETE FROM second_factor_rules');
  person = await aPerson(database);
  post = await aPost(database, { personId: person.id, role: 'clerk', validFrom: '2017-01-01' });
});

async function require(role: string): Promise<void> {
  await database.query('INSERT INTO second_factor_rules (role, required_since) VALUES ($1, now())', [role]);
}

async function temporaryPassword(): Promise<void> {
  await database.query('UPDATE people SET password_temporary = true WHERE id = $1', [person.id]);
}

async function begin(method: 'password' | 'single-sign-on' = 'password'): Promise<string> {
  return sessions.begin(person.id, post.id, '192.0.2.7', '', method);
}

async function shown(token: string): Promise<void> {
  const session = await sessions.find(token);
  await database.query('UPDATE sessions SET second_factor_at = now() WHERE id = $1', [session?.id]);
}

async function needsOf(token: string): Promise<SessionNeed | null | undefined> {
  return (await sessions.find(token))?.needs;
}

describe('what a session needs', () => {
  it('is nothing for somebody without a factor whose role asks for none', async () => {
    await require('leader');
    expect(await needsOf(await begin())).toBeNull();
  });

  it('is the second factor first, then a password of the own, then a factor where the role needs one', async () => {
    await require('clerk');
    await temporaryPassword();
    const passkey = await aPasskey(database, { personId: person.id });
    const token = await begin();
    expect(await needsOf(token)).toBe('second-factor');
    await shown(token);
    expect(await needsOf(token)).toBe('new-password');
    await database.query('DELETE FROM passkeys WHERE id = $1', [passkey.id]);
    expect(await needsOf(token)).toBe('new-password');
    await database.query('UPDATE people SET password_temporary = false WHERE id = $1', [person.id]);
    expect(await needsOf(token)).toBe('second-factor-enrolment');
  });

  it('counts only an app whose first code was right', async () => {
    const token = await begin();
    await database.query(
      `INSERT INTO totp_factors (id, person_id, name, sealed_secret, created_at)
       VALUES (gen_random_uuid(), $1, 'Điện thoại', 'x', now())`,
      [person.id],
    );
    expect(await needsOf(token)).toBeNull();
    await database.query('UPDATE totp_factors SET confirmed_at = now() WHERE person_id = $1', [person.id]);
    expect(await needsOf(token)).toBe('second-factor');
  });

  it('is the factor of the own house after a single sign-on that showed none', async () => {
    await aPasskey(database, { personId: person.id });
    expect(await needsOf(await begin('single-sign-on'))).toBe('second-factor');
  });

  it('is nothing more where the provider of the single sign-on has seen a second factor', async () => {
    await require('clerk');
    const [withSecond, without] = [await begin('single-sign-on'), await begin('single-sign-on')];
    await shown(withSecond);
    expect(await needsOf(withSecond)).toBeNull();
    expect(await needsOf(without)).toBe('second-factor-enrolment');
  });

  it('closes the line of live events until it is met', async () => {
    const token = await begin();
    expect(await sessions.isAlive(token)).toBe(true);
    await aPasskey(database, { personId: person.id });
    expect(await sessions.isAlive(token)).toBe(false);
    await shown(token);
    expect(await sessions.isAlive(token)).toBe(true);
  });
});

describe('a rotated session', () => {
  it('is found under the new token alone, with a new CSRF token and everything else as it was', async () => {
    const token = await begin();
    const before = await sessions.find(token);
    const next = await sessions.rotate(before?.id ?? '');
    expect(await sessions.find(token)).toBeUndefined();
    const after = await sessions.find(next);
    expect(after?.csrfToken).not.toBe(before?.csrfToken);
    expect({ ...after, csrfToken: '' }).toEqual({ ...before, csrfToken: '' });
  });
});
