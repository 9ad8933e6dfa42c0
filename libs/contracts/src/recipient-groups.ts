import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id, pageOf, PageQuery } from './page.js';
import { textField } from './text-field.js';
import { AgencyLevel, agencyLevels } from './vocabulary.js';

/** `level`: every agency of these levels in the sender’s province, or under one agency; `list`: members picked one by one. */
export const recipientGroupKinds = ['level', 'list'] as const;
export const RecipientGroupKind = z.enum(recipientGroupKinds).meta({ id: 'RecipientGroupKind' });
export type RecipientGroupKind = z.infer<typeof RecipientGroupKind>;

/** Agencies that one request adds to a list. */
const mostAdded = 1000;

const fields = {
  name: textField().trim().min(1).max(120),
  levels: z.array(AgencyLevel).max(agencyLevels.length).default([]).describe('Of a group by level; empty for a list'),
  parentId: Id.nullable().default(null).describe('Of a group by level: only what stands under this agency'),
};

export const NewRecipientGroup = z
  .object({
    ...fields,
    kind: RecipientGroupKind,
    shared: z.boolean().default(false).describe('For every agency on the system, kept by the system administrator'),
  })
  .meta({ id: 'NewRecipientGroup' });
export type NewRecipientGroup = z.infer<typeof NewRecipientGroup>;

export const EditRecipientGroup = z.object(fields).meta({ id: 'EditRecipientGroup' });
export type EditRecipientGroup = z.infer<typeof EditRecipientGroup>;

export const AddGroupMembers = z
  .object({ agencyIds: z.array(Id).min(1).max(mostAdded) })
  .meta({ id: 'AddGroupMembers' });
export type AddGroupMembers = z.infer<typeof AddGroupMembers>;

export const RecipientGroupView = z
  .object({
    id: Id,
    kind: RecipientGroupKind,
    name: z.string(),
    levels: z.array(AgencyLevel),
    parent: AgencyRef.nullable(),
    shared: z.boolean(),
    version: z.number().int().describe('Goes up with every change, of members too; also the ETag'),
    memberCount: z.number().int().describe('Agencies that it would send to today, the reader’s own left out'),
    mayManage: z.boolean(),
  })
  .meta({ id: 'RecipientGroup' });
export type RecipientGroupView = z.infer<typeof RecipientGroupView>;
export const RecipientGroupPage = pageOf(RecipientGroupView, 'RecipientGroupPage');

export const FindRecipientGroups = PageQuery.extend({ search: textField().trim().max(100).optional() });
export type FindRecipientGroups = z.infer<typeof FindRecipientGroups>;

export const GroupMemberView = z
  .object({
    agency: AgencyRef,
    closed: z.boolean(),
    successor: AgencyRef.nullable().describe(
      'Of a closed member: who gets what is sent to the group; null: nobody does',
    ),
  })
  .meta({ id: 'GroupMember' });
export type GroupMemberView = z.infer<typeof GroupMemberView>;
export const GroupMemberPage = pageOf(GroupMemberView, 'GroupMemberPage');
