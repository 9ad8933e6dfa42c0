import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, AgencyLevel } from '#contracts';
import { AddGroupMembers, DeleteRecipientGroup, GroupMembersQuery, RecipientGroupsQuery } from '#directory';
import type { Document } from '#documents';
import { DeliverDispatch, DispatchDocument } from '#exchange';
import { dayOf } from '#kernel';
import { Database } from '#platform';
import {
  anAgency,
  anActor,
  aRecipientGroup,
  createTestDatabase,
  pastTheLock,
  type TestDatabase,
  waitUntil,
} from '#testing';
import { ExchangeWorld } from './exchange-world.js';

let testDatabase: TestDatabase;
let world: ExchangeWorld;
let database: Database;
let clerk: Actor;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  world = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
  database = world.database;
  const province = await anAgency(database, { level: 'province' });
  clerk = await world.aClerk((await anAgency(database, { parentId: province.id })).id);
});

afterAll(async () => {
  await world.close();
  await testDatabase.drop();
});

const send = (document: Document): Promise<void> => world.get(DispatchDocument).execute(clerk, document.id);

async function documentFor(groupIds: readonly string[], recipients: readonly string[] = []): Promise<Document> {
  const document = await world.anIssuedDocument(clerk, recipients);
  await addressGroups(document.id, groupIds);
  return document;
}

async function addressGroups(documentId: string, groupIds: readonly string[]): Promise<void> {
  await pastTheLock(database, 'document_recipient_groups', () =>
    database.query(
      `INSERT INTO document_recipient_groups (document_id, group_id, channel, position)
       SELECT $1, id, 'electronic', position FROM unnest($2::uuid[]) WITH ORDINALITY AS given(id, position)`,
      [documentId, groupIds],
    ),
  );
}

async function recipientsOf(document: Document): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'SELECT recipient_id AS id FROM deliveries WHERE document_id = $1 ORDER BY recipient_id',
    [document.id],
  );
  return rows.map(({ id }) => id);
}

async function agencies(count: number, parentId: string): Promise<string[]> {
  const ids = await world.agencies(count);
  await database.query('UPDATE agencies SET parent_id = $2 WHERE id = ANY ($1::uuid[])', [ids, parentId]);
  return ids.toSorted();
}

/** Closes an agency for good, or in favour of another. */
async function close(id: string, successorId?: string): Promise<void> {
  await database.query(`UPDATE agencies SET valid_to = '2017-06-30' WHERE id = $1`, [id]);
  if (successorId !== undefined) {
    await database.query(`INSERT INTO agency_successions VALUES ($1, $2, '2017-07-01', true)`, [id, successorId]);
  }
}

describe('a group by level', () => {
  it('stands for all communes of the sender’s province, three hundred of them, and no other province’s', async () => {
    const province = await anAgency(database, { level: 'province' });
    const district = await anAgency(database, { level: 'district', parentId: province.id });
    const sender = await anAgency(database, { parentId: province.id });
    const inDistrict = await agencies(100, district.id);
    const communes = [...inDistrict, ...(await agencies(200, province.id))].toSorted();
    await agencies(3, (await anAgency(database, { level: 'province' })).id);
    const group = await aRecipientGroup(database, [], { kind: 'level', levels: ['commune'] });
    const by = await world.aClerk(sender.id);
    const document = await world.anIssuedDocument(by, []);
    await addressGroups(document.id, [group.id]);
    await world.get(DispatchDocument).execute(by, document.id);
    expect(await recipientsOf(document)).toEqual(communes);
    await world.get(DeliverDispatch).execute({ dispatchId: await world.dispatchOf(document.id) });
    expect(await world.tally(document.id)).toMatchObject({ queued: 0, arrivals: 300 });
    const under = await aRecipientGroup(database, [], { kind: 'level', levels: ['commune'], parentId: district.id });
    const members = await world.get(GroupMembersQuery).page(by, under.id, { limit: 200 });
    expect(members.items.map(({ agency }) => agency.id).toSorted()).toEqual(inDistrict);
  });

  it('leaves out whom the day finds closed or not yet open', async () => {
    const parent = await anAgency(database, { level: 'district' });
    const [open = '', closed = '', later = ''] = await agencies(3, parent.id);
    await close(closed);
    await database.query(`UPDATE agencies SET valid_from = '2999-01-01' WHERE id = $1`, [later]);
    const group = await aRecipientGroup(database, [], { kind: 'level', levels: ['commune'], parentId: parent.id });
    const document = await documentFor([group.id]);
    await send(document);
    expect(await recipientsOf(document)).toEqual([open]);
  });
});

describe('the list of groups', () => {
  it('counts of every group exactly those that a sending would reach, whatever the group is of', async () => {
    const province = await anAgency(database, { level: 'province' });
    const [district, sender] = [
      await anAgency(database, { level: 'district', parentId: province.id }),
      await anAgency(database, { level: 'district', parentId: province.id }),
    ];
    const [open = '', closed = '', later = '', succeeded = ''] = await agencies(4, district.id);
    await agencies(3, sender.id);
    await close(closed);
    await close(succeeded, open);
    await database.query(`UPDATE agencies SET valid_from = '2999-01-01' WHERE id = $1`, [later]);
    const wishes = [
      { levels: ['commune'], parentId: null },
      { levels: ['district', 'province'], parentId: null },
      { levels: ['district', 'province'], parentId: province.id },
      { levels: ['commune', 'district'], parentId: district.id },
      { levels: ['external'], parentId: district.id },
    ] as const;
    const expected = new Map<string, number>();
    for (const [index, count] of [4, 2, 1, 1, 0].entries()) {
      const { levels, parentId } = wishes[index] ?? { levels: [], parentId: null };
      const group = await aRecipientGroup(database, [], {
        kind: 'level',
        levels: [...levels] as AgencyLevel[],
        parentId,
      });
      expected.set(group.id, count);
    }
    expected.set((await aRecipientGroup(database, [open, closed, later, succeeded, sender.id])).id, 1);
    expected.set((await aRecipientGroup(database)).id, 0);
    const by = await world.aClerk(sender.id);
    const { items } = await world.get(RecipientGroupsQuery).page(by, { limit: 200 });
    const shown = new Map(items.map(({ id, memberCount }) => [id, memberCount]));
    for (const [id, count] of expected) {
      expect(shown.get(id)).toBe(count);
      expect((await world.get(RecipientGroupsQuery).view(by, id)).memberCount).toBe(count);
    }
    for (const { id, memberCount } of items) {
      const reached = await world.count('recipients_of_group($1, $2, $3)', [id, sender.id, dayOf(world.clock.now())]);
      expect(memberCount).toBe(reached);
    }
  });
});

describe('a list', () => {
  it('sends what a closed member would get to its successor, once, and shows both', async () => {
    const [stays, closed, successor, gone] = [
      await anAgency(database),
      await anAgency(database),
      await anAgency(database),
      await anAgency(database),
    ];
    await close(closed.id, successor.id);
    await close(gone.id);
    const group = await aRecipientGroup(database, [stays.id, closed.id, successor.id, gone.id]);
    const { items } = await world.get(GroupMembersQuery).page(clerk, group.id, { limit: 50 });
    const shown = new Map(items.map((member) => [member.agency.id, member]));
    expect(shown.get(stays.id)).toMatchObject({ closed: false, successor: null });
    expect(shown.get(closed.id)).toMatchObject({ closed: true, successor: { id: successor.id } });
    expect(shown.get(gone.id)).toMatchObject({ closed: true, successor: null });
    expect((await world.get(RecipientGroupsQuery).view(clerk, group.id)).memberCount).toBe(2);
    const document = await documentFor([group.id], [stays.id]);
    await send(document);
    expect(await recipientsOf(document)).toEqual([stays.id, successor.id].toSorted());
  });

  it('adds nobody a second time who stands in the place of an agency that is named', async () => {
    const [closed, successor] = [await anAgency(database), await anAgency(database)];
    const document = await documentFor([(await aRecipientGroup(database, [successor.id])).id], [closed.id]);
    await close(closed.id, successor.id);
    await send(document);
    expect(await recipientsOf(document)).toEqual([closed.id]);
  });

  it('is refused when all groups together are more than one sending takes', async () => {
    const all = await world.agencies(2001);
    const [first, second] = [await aRecipientGroup(database, all.slice(0, 1000)), await aRecipientGroup(database, all)];
    const document = await documentFor([first.id, second.id]);
    await expect(send(document)).rejects.toMatchObject({
      code: 'document.too-many-recipients',
      params: { count: 2001, max: 2000 },
    });
    expect(await recipientsOf(document)).toEqual([]);
    await database.query('DELETE FROM recipient_group_members WHERE agency_id = $1', [all[2000]]);
    await send(document);
    expect(await recipientsOf(document)).toHaveLength(2000);
  });
});

describe('a group that is changed while a document is being sent', () => {
  const keeper = (): Actor => anActor({ agencyId: clerk.agencyId, role: 'system-administrator' });

  /** Runs the change in a transaction of its own that is held open, sends meanwhile, then lets the change commit. */
  async function sendDuring(document: Document, change: () => Promise<void>): Promise<PromiseSettledResult<void>> {
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    let isMade = false;
    const changing = database.transaction(async () => {
      await change();
      isMade = true;
      await held;
    });
    await waitUntil('the change is made', 5000, async () => isMade);
    const sending = Promise.allSettled([send(document)]);
    await waitUntil('the sending waits for the change', 5000, async () => {
      const [row] = await database.query<{ count: number }>(
        `SELECT count(*) AS count FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR SHARE OF named%'`,
      );
      return (row?.count ?? 0) > 0;
    });
    commit();
    await changing;
    const [sent] = await sending;
    return sent;
  }

  it('is waited for: what is sent is the group after the change, and the record says so', async () => {
    const [before, added] = [await anAgency(database), await anAgency(database)];
    const group = await aRecipientGroup(database, [before.id]);
    const document = await documentFor([group.id]);
    const sent = await sendDuring(document, () => world.get(AddGroupMembers).execute(keeper(), group.id, [added.id]));
    expect(sent.status).toBe('fulfilled');
    expect(await recipientsOf(document)).toEqual([before.id, added.id].toSorted());
    const recorded = await world.count('document_group_members WHERE document_id = $1', [document.id]);
    expect(recorded).toBe(2);
  });

  it('by deleting it, keeps the document from being sent, whole', async () => {
    const group = await aRecipientGroup(database, [(await anAgency(database)).id]);
    const document = await documentFor([group.id]);
    const sent = await sendDuring(document, () => world.get(DeleteRecipientGroup).execute(keeper(), group.id));
    expect(sent).toMatchObject({ status: 'rejected', reason: { code: 'document.group-deleted' } });
    expect(await recipientsOf(document)).toEqual([]);
    expect(await world.count(`documents WHERE id = $1 AND state = 'issued'`, [document.id])).toBe(1);
  });

  it('gives every sender one whole version of it, though many send and many change', async () => {
    const [first = '', ...rest] = await world.agencies(9);
    const group = await aRecipientGroup(database, [first]);
    const documents = await Promise.all(Array.from({ length: 8 }, () => documentFor([group.id])));
    await Promise.all([
      ...documents.map((document) => send(document)),
      ...rest.map((id) => world.get(AddGroupMembers).execute(keeper(), group.id, [id])),
    ]);
    for (const document of documents) {
      const sent = await recipientsOf(document);
      const recorded = await database.query<{ id: string }>(
        'SELECT agency_id AS id FROM document_group_members WHERE document_id = $1 ORDER BY agency_id',
        [document.id],
      );
      expect(recorded.map(({ id }) => id)).toEqual(sent);
      const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
        'SELECT sent_count AS count FROM document_recipient_groups WHERE document_id = $1',
        [document.id],
      );
      expect(count).toBe(sent.length);
    }
  });
});
