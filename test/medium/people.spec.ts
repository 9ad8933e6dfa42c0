import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Agency } from '#directory';
import {
  AddPerson,
  AddPost,
  ChangePost,
  DisablePerson,
  EditPerson,
  type EditPersonCommand,
  EnablePerson,
  PeopleQuery,
  PersonQuery,
  Sessions,
} from '#identity';
import { newId } from '#kernel';
import { anAgency, aPerson, aPost, aUnit } from '#testing';
import { type Holder, newPost, PeopleWorld } from './people-world.js';

let world: PeopleWorld;
let agency: Agency;
let administrator: Holder;

beforeAll(async () => {
  world = await PeopleWorld.open();
});

afterAll(async () => {
  await world.close();
});

beforeEach(async () => {
  world.dawn('2017-05-02');
  agency = await anAgency(world.app.database);
  administrator = await world.aHolder(agency.id, 'agency-administrator');
});

async function add(fullName = 'Đinh Công Ước', overrides = {}): Promise<string> {
  const person = { fullName, userName: `user-${newId()}`, email: null, post: newPost(agency.id), ...overrides };
  return world.app.get(AddPerson).execute(administrator.actor, person);
}

async function sessionOf({ post }: Holder): Promise<string> {
  return world.app.get(Sessions).begin(post.personId, post.id, '192.0.2.7');
}

async function isSignedIn(token: string): Promise<boolean> {
  return (await world.app.get(Sessions).find(token)) !== undefined;
}

describe('adding a person', () => {
  it('gives a first post from today and no password, and says so', async () => {
    const id = await add('Đinh Công Ước', { email: 'uoc@hoabinh.example' });
    expect(await world.app.get(PersonQuery).view(administrator.actor, id)).toMatchObject({
      fullName: 'Đinh Công Ước',
      email: 'uoc@hoabinh.example',
      signIn: 'no-password',
      posts: [{ role: 'civil-servant', validFrom: '2017-05-02', validTo: null }],
      actions: ['edit', 'disable', 'invite', 'add-post'],
    });
    expect(await world.recordsOf(id)).toEqual(['person.added']);
  });

  it('is refused for a name or an address that somebody has, whatever its case', async () => {
    const userName = `user-${newId()}`;
    const email = `${newId()}@hoabinh.example`;
    await add('Một', { userName, email });
    await expect(add('Hai', { userName })).rejects.toMatchObject({ code: 'person.user-name-taken' });
    await expect(add('Hai', { email: email.toUpperCase() })).rejects.toMatchObject({ code: 'person.email-taken' });
  });

  it('happens once when two add the same name at the same time, and adds no post without its person', async () => {
    const userName = `user-${newId()}`;
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => add('Cùng lúc', { userName })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await world.app.count('posts WHERE agency_id = $1', [agency.id])).toBe(2);
  });

  it('is refused in another agency, and with a role that reaches beyond the agency', async () => {
    const elsewhere = await anAgency(world.app.database);
    const denied = { code: 'permission.denied' };
    await expect(add('Xa', { post: newPost(elsewhere.id) })).rejects.toMatchObject(denied);
    await expect(add('Cao', { post: newPost(agency.id, { role: 'system-administrator' }) })).rejects.toMatchObject(
      denied,
    );
    await expect(add('Cao', { post: newPost(agency.id, { role: 'auditor' }) })).rejects.toMatchObject(denied);
  });

  it('takes only a unit of that agency that is there, and an agency that is open', async () => {
    const [own, foreign] = [await aUnit(world.app.database, { agencyId: agency.id }), await aUnit(world.app.database)];
    const closed = await aUnit(world.app.database, { agencyId: agency.id, validTo: '2017-01-01' });
    const unknown = { code: 'post.unknown-place' };
    await add('Đúng', { post: newPost(agency.id, { unitId: own.id }) });
    await expect(add('Sai', { post: newPost(agency.id, { unitId: foreign.id }) })).rejects.toMatchObject(unknown);
    await expect(add('Sai', { post: newPost(agency.id, { unitId: closed.id }) })).rejects.toMatchObject(unknown);
    const system = await world.aHolder(agency.id, 'system-administrator');
    const gone = await anAgency(world.app.database, { validTo: '2017-05-01' });
    const person = { fullName: 'Cũ', userName: `user-${newId()}`, email: null, post: newPost(gone.id) };
    await expect(world.app.get(AddPerson).execute(system.actor, person)).rejects.toMatchObject(unknown);
  });
});

describe('the list of people', () => {
  it('finds by name without diacritics, by user name and by address, within the agency', async () => {
    await add('Quách Thị Hương', { userName: `huong.${newId()}`, email: `${newId()}@muong.example` });
    const elsewhere = await anAgency(world.app.database);
    await aPost(world.app.database, {
      agencyId: elsewhere.id,
      personId: (await aPerson(world.app.database, { fullName: 'Quách Thị Hương', searchText: 'quach thi huong' })).id,
    });
    const query = world.app.get(PeopleQuery);
    for (const search of ['quach huong', 'QUÁCH', 'muong.example', 'huong.']) {
      const { items } = await query.page(administrator.actor, { search, includeEnded: 'false', limit: 50 });
      expect(items.map(({ fullName }) => fullName)).toEqual(['Quách Thị Hương']);
    }
    await expect(
      query.page(administrator.actor, { agencyId: elsewhere.id, includeEnded: 'false', limit: 50 }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes page by page without losing or repeating anybody', async () => {
    for (let one = 0; one < 7; one += 1) {
      await add('Trùng Tên');
    }
    const query = world.app.get(PeopleQuery);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await query.page(administrator.actor, {
        ...(after === undefined ? {} : { after }),
        search: 'trung ten',
        includeEnded: 'false',
        limit: 3,
      });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('leaves out who is disabled or holds no post any more, unless asked', async () => {
    const left = await world.aHolder(agency.id, 'clerk', { validTo: '2017-05-01' });
    const disabled = await add('Bị Khóa');
    await world.app.get(DisablePerson).execute(administrator.actor, disabled, 'Nghỉ việc');
    const ids = async (includeEnded: 'true' | 'false'): Promise<string[]> => {
      const query = { includeEnded, limit: 200 } as const;
      return (await world.app.get(PeopleQuery).page(administrator.actor, query)).items.map(({ id }) => id);
    };
    expect(await ids('false')).toEqual([administrator.post.personId]);
    expect(new Set(await ids('true'))).toEqual(new Set([administrator.post.personId, left.post.personId, disabled]));
  });
});

describe('editing a person', () => {
  const edit = { fullName: 'Tên Mới', email: null };

  it('is made on the version that was read, once', async () => {
    const personId = await add();
    const command = { personId, version: 1, edit };
    const tries = await Promise.allSettled([1, 2, 3].map(async () => edits(command)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(edits(command)).rejects.toMatchObject({ code: 'person.stale' });
    const { items } = await world.app
      .get(PeopleQuery)
      .page(administrator.actor, { search: 'ten moi', includeEnded: 'false', limit: 50 });
    expect(items).toMatchObject([{ id: personId }]);
  });

  it('gives nobody the address of another', async () => {
    const email = `${newId()}@hoabinh.example`;
    await add('Một', { email });
    const personId = await add('Hai');
    await expect(edits({ personId, version: 1, edit: { ...edit, email } })).rejects.toMatchObject({
      code: 'person.email-taken',
    });
  });

  it('is not an agency’s administrator’s for who holds a role beyond the agency, today or tomorrow', async () => {
    const auditor = await world.aHolder(agency.id, 'auditor');
    const coming = await world.aHolder(agency.id, 'clerk');
    await aPost(world.app.database, {
      personId: coming.post.personId,
      agencyId: agency.id,
      role: 'system-administrator',
      validFrom: '2017-06-01',
    });
    for (const { post } of [auditor, coming]) {
      await expect(edits({ personId: post.personId, version: 1, edit })).rejects.toMatchObject({
        code: 'permission.denied',
      });
    }
  });

  async function edits(command: Omit<EditPersonCommand, 'sessionId'>): Promise<void> {
    await world.app.get(EditPerson).execute(administrator.actor, { sessionId: newId(), ...command });
  }
});

describe('disabling a person', () => {
  it('ends every session at once, and enabling brings back the right and not the sessions', async () => {
    const clerk = await world.aHolder(agency.id, 'clerk');
    const tokens = [await sessionOf(clerk), await sessionOf(clerk)];
    await world.app.get(DisablePerson).execute(administrator.actor, clerk.post.personId, 'Nghỉ việc');
    for (const token of tokens) {
      expect(await isSignedIn(token)).toBe(false);
    }
    await world.app.get(EnablePerson).execute(administrator.actor, clerk.post.personId);
    for (const token of tokens) {
      expect(await isSignedIn(token)).toBe(false);
    }
    expect(await isSignedIn(await sessionOf(clerk))).toBe(true);
    expect(await world.recordsOf(clerk.post.personId)).toEqual(['person.disabled', 'person.enabled']);
  });

  it('is not for oneself', async () => {
    const { actor } = administrator;
    await expect(world.app.get(DisablePerson).execute(actor, actor.personId, 'Nghỉ')).rejects.toMatchObject({
      code: 'person.own-rights',
    });
  });
});

describe('the last system administrator', () => {
  it('stays, though two lock out each other at the same time', async () => {
    await world.app.database.query(`UPDATE posts SET valid_to = '2017-05-01' WHERE role = 'system-administrator'`);
    const one = await world.aHolder(agency.id, 'system-administrator');
    const other = await world.aHolder(agency.id, 'system-administrator');
    const disable = world.app.get(DisablePerson);
    const tries = await Promise.allSettled([
      disable.execute(one.actor, other.post.personId, 'Thử'),
      disable.execute(other.actor, one.post.personId, 'Thử'),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'person.last-administrator' },
    });
  });

  it('does not lose the post by a last day, soon or far', async () => {
    await world.app.database.query(`UPDATE posts SET valid_to = '2017-05-01' WHERE role = 'system-administrator'`);
    const last = await world.aHolder(agency.id, 'system-administrator');
    const leaving = await world.aHolder(agency.id, 'system-administrator', { validTo: '2017-06-30' });
    const change = { unitId: null, position: 'Quản trị', signingForms: [], validTo: '2017-12-31' };
    await expect(world.app.get(ChangePost).execute(leaving.actor, last.post.id, change)).rejects.toMatchObject({
      code: 'person.last-administrator',
    });
    await world.app.get(ChangePost).execute(last.actor, leaving.post.id, { ...change, validTo: '2017-05-15' });
  });
});

describe('a post', () => {
  it('takes its rights along at midnight, sessions that were open before included', async () => {
    world.app.clock.moment = new Date('2017-05-02T12:00:00Z');
    const clerk = await world.aHolder(agency.id, 'clerk');
    const token = await sessionOf(clerk);
    const change = { unitId: null, position: 'Văn thư', signingForms: [], validTo: '2017-05-02' };
    await world.app.get(ChangePost).execute(administrator.actor, clerk.post.id, change);
    world.app.clock.moment = new Date('2017-05-02T16:59:59Z');
    expect(await isSignedIn(token)).toBe(true);
    world.app.clock.moment = new Date('2017-05-02T17:00:00Z');
    expect(await isSignedIn(token)).toBe(false);
  });

  it('ends at once with yesterday, and then is history', async () => {
    const clerk = await world.aHolder(agency.id, 'clerk');
    const token = await sessionOf(clerk);
    const change = { unitId: null, position: 'Văn thư', signingForms: [], validTo: '2017-05-01' };
    await world.app.get(ChangePost).execute(administrator.actor, clerk.post.id, change);
    expect(await isSignedIn(token)).toBe(false);
    await expect(
      world.app.get(ChangePost).execute(administrator.actor, clerk.post.id, { ...change, validTo: null }),
    ).rejects.toMatchObject({ code: 'post.ended' });
  });

  it('does not begin or end in the past', async () => {
    const clerk = await world.aHolder(agency.id, 'clerk');
    const passed = { code: 'post.day-passed' };
    const early = newPost(agency.id, { role: 'leader', validFrom: '2017-05-01' });
    await expect(world.app.get(AddPost).execute(administrator.actor, clerk.post.personId, early)).rejects.toMatchObject(
      passed,
    );
    const change = { unitId: null, position: 'Văn thư', signingForms: [], validTo: '2017-04-30' };
    await expect(world.app.get(ChangePost).execute(administrator.actor, clerk.post.id, change)).rejects.toMatchObject(
      passed,
    );
  });

  it('is given once when it is given twice at the same time', async () => {
    const clerk = await world.aHolder(agency.id, 'clerk');
    const tries = await Promise.allSettled(
      [1, 2, 3].map(async () =>
        world.app.get(AddPost).execute(administrator.actor, clerk.post.personId, newPost(agency.id)),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'post.held-already' } });
  });

  it('is given by others alone, never to oneself', async () => {
    const system = await world.aHolder(agency.id, 'system-administrator');
    for (const { actor, post } of [administrator, system]) {
      const own = { code: 'person.own-rights' };
      await expect(world.app.get(AddPost).execute(actor, actor.personId, newPost(agency.id))).rejects.toMatchObject(
        own,
      );
      const change = { unitId: null, position: 'Giám đốc', signingForms: [], validTo: null };
      await expect(world.app.get(ChangePost).execute(actor, post.id, change)).rejects.toMatchObject(own);
    }
  });

  it('of another agency’s person is not there for an agency’s administrator', async () => {
    const stranger = await world.aHolder((await anAgency(world.app.database)).id, 'clerk');
    const change = { unitId: null, position: 'Văn thư', signingForms: [], validTo: null };
    await expect(
      world.app.get(ChangePost).execute(administrator.actor, stranger.post.id, change),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      world.app.get(AddPost).execute(administrator.actor, stranger.post.personId, newPost(agency.id)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
