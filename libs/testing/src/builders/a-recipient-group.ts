import type { RecipientGroup } from '#directory';
import { foldVietnamese, newId } from '#kernel';
import { insertRow, nextNumber, type Queries } from './insert-row.js';

/** A list that every agency may send to, with these members. */
export async function aRecipientGroup(
  database: Queries,
  memberIds: readonly string[] = [],
  overrides: Partial<RecipientGroup> = {},
): Promise<RecipientGroup> {
  const name = overrides.name ?? `Nhóm số ${nextNumber()} ${newId()}`;
  const group = await insertRow<RecipientGroup>(database, 'recipient_groups', {
    id: newId(),
    agencyId: null,
    kind: 'list',
    name,
    levels: [],
    parentId: null,
    version: 1,
    searchText: foldVietnamese(name),
    createdAt: new Date('2017-05-02T01:00:00Z'),
    deletedAt: null,
    ...overrides,
  });
  await database.query(
    'INSERT INTO recipient_group_members (group_id, agency_id) SELECT $1, id FROM unnest($2::uuid[]) AS id',
    [group.id, memberIds],
  );
  return group;
}
