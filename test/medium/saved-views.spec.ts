import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, maxSavedViews, type SavedView, WriteSavedView } from '#contracts';
import { AddSavedView, DeleteSavedView, EditSavedView, OrderSavedViews, SavedViewsQuery } from '#exchange';
import { aPost, anActor, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let clerk: Actor;
let colleague: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  clerk = await world.aClerk();
  const post = await aPost(world.database, { agencyId: clerk.agencyId });
  colleague = anActor({ agencyId: clerk.agencyId, postId: post.id, personId: post.personId, role: 'civil-servant' });
});

const wish = (name: string, overrides: Partial<WriteSavedView> = {}): WriteSavedView =>
  WriteSavedView.parse({ name, box: 'sent', filter: { delivery: 'refused', urgency: 'express' }, ...overrides });
const add = async (name: string, overrides: Partial<WriteSavedView> = {}, actor = clerk): Promise<string> =>
  world.get(AddSavedView).execute(actor, wish(name, overrides));
const edit = async (id: string, name: string, overrides: Partial<WriteSavedView> = {}, actor = clerk): Promise<void> =>
  world.get(EditSavedView).execute(actor, id, wish(name, overrides));
const order = async (ids: readonly string[]): Promise<void> => world.get(OrderSavedViews).execute(clerk, ids);

async function views(actor = clerk): Promise<readonly SavedView[]> {
  return (await world.get(SavedViewsQuery).of(actor)).items;
}

const namesOf = async (actor = clerk): Promise<string[]> => (await views(actor)).map(({ name }) => name);

describe('a saved view', () => {
  it('keeps its box and its filter, and is nobody else’s to see', async () => {
    await add('Bị từ chối, hỏa tốc');
    expect(await views()).toMatchObject([
      {
        name: 'Bị từ chối, hỏa tốc',
        box: 'sent',
        filter: { delivery: 'refused', urgency: 'express' },
        isOwn: true,
        isShared: false,
        isDefault: false,
      },
    ]);
    expect(await views(colleague)).toEqual([]);
  });

  it('stays in the agency in which it was saved', async () => {
    await add('Ở cơ quan này');
    const elsewhere = await aPost(world.database, { personId: clerk.personId });
    const there = { ...clerk, agencyId: elsewhere.agencyId, postId: elsewhere.id };
    expect(await namesOf(there)).toEqual([]);
    await add('Ở cơ quan này', {}, there);
    expect(await namesOf(there)).toEqual(['Ở cơ quan này']);
  });

  it('is renamed, changed and deleted by its owner', async () => {
    const id = await add('Tên cũ');
    await edit(id, 'Tên mới', { box: 'all', filter: { search: 'khen thưởng' } });
    expect(await views()).toMatchObject([{ name: 'Tên mới', box: 'all', filter: { search: 'khen thưởng' } }]);
    await edit(id, 'TÊN MỚI');
    await world.get(DeleteSavedView).execute(clerk, id);
    expect(await views()).toEqual([]);
  });

  it('is refused under a name that is taken, whatever its capitals', async () => {
    await add('Chờ gửi');
    const other = await add('Khác');
    await expect(add('CHỜ GỬI')).rejects.toMatchObject({ code: 'saved-view.name-taken' });
    await expect(edit(other, 'chờ gửi')).rejects.toMatchObject({ code: 'saved-view.name-taken' });
    expect(await namesOf()).toEqual(['Chờ gửi', 'Khác']);
  });

  it('is another person’s to change in no way, shared or not', async () => {
    for (const id of [await add('Riêng'), await add('Chung', { isShared: true })]) {
      await expect(edit(id, 'Của tôi', {}, colleague)).rejects.toMatchObject({ code: 'not-found' });
      await expect(world.get(DeleteSavedView).execute(colleague, id)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await namesOf()).toEqual(['Riêng', 'Chung']);
  });

  it('is refused when there are enough, also of two that come at once', async () => {
    for (let made = 1; made < maxSavedViews; made += 1) {
      await add(`Bộ lọc ${made}`);
    }
    const both = await Promise.allSettled([add('Một'), add('Hai')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(add('Ba')).rejects.toMatchObject({ code: 'saved-view.too-many', params: { max: maxSavedViews } });
    expect(await views()).toHaveLength(maxSavedViews);
  });

  it('is saved once under a name, also of two that come at once', async () => {
    const both = await Promise.allSettled([add('Cùng tên'), add('cùng tên')]);
    expect(both.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'saved-view.name-taken' } },
    ]);
    expect(await views()).toHaveLength(1);
  });

  it('is kept by nobody who reads no documents', async () => {
    await expect(add('Không được', {}, { ...clerk, role: 'auditor' })).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await expect(views({ ...clerk, role: 'auditor' })).rejects.toMatchObject({ code: 'permission.denied' });
  });
});

describe('a shared view', () => {
  it('stands in the menus of colleagues after their own, and of no other agency', async () => {
    await add('A chung', { isShared: true, isDefault: true });
    await add('Của riêng tôi', {}, colleague);
    expect(await views(colleague)).toMatchObject([
      { name: 'Của riêng tôi', isOwn: true },
      { name: 'A chung', isOwn: false, isShared: true, isDefault: false },
    ]);
    expect(await views(await world.aClerk())).toEqual([]);
  });

  it('is shared by leaders and clerks alone', async () => {
    await expect(add('Chung', { isShared: true }, colleague)).rejects.toMatchObject({ code: 'permission.denied' });
    const own = await add('Riêng', {}, colleague);
    await expect(edit(own, 'Riêng', { isShared: true }, colleague)).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('goes with its owner when they leave the agency', async () => {
    await add('Chung', { isShared: true });
    await world.database.query(`UPDATE posts SET valid_to = '2001-01-01' WHERE id = $1`, [clerk.postId]);
    expect(await views(colleague)).toEqual([]);
  });
});

describe('the default view', () => {
  it('is one of the own ones: another takes its place', async () => {
    const first = await add('Một', { isDefault: true });
    await add('Hai', { isDefault: true });
    expect((await views()).map(({ isDefault }) => isDefault)).toEqual([false, true]);
    await edit(first, 'Một', { isDefault: true });
    expect((await views()).map(({ isDefault }) => isDefault)).toEqual([true, false]);
    await edit(first, 'Một');
    expect((await views()).map(({ isDefault }) => isDefault)).toEqual([false, false]);
  });
});

describe('the order of the views', () => {
  it('is the person’s own, and new ones come last', async () => {
    const [one, two, three] = [await add('Một'), await add('Hai'), await add('Ba')];
    await order([three, one, two]);
    await add('Bốn');
    expect(await namesOf()).toEqual(['Ba', 'Một', 'Hai', 'Bốn']);
  });

  it('is refused unless it names each of them once', async () => {
    const [one, two] = [await add('Một'), await add('Hai')];
    const strange = await add('Của người khác', {}, colleague);
    for (const ids of [[one], [one, one], [one, two, strange], []]) {
      await expect(order(ids)).rejects.toMatchObject({ code: 'saved-view.order-stale' });
    }
    expect(await namesOf()).toEqual(['Một', 'Hai']);
  });
});
