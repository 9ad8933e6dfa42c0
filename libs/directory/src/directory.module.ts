import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { AddAgencies } from './add-agencies.js';
import { AgenciesQuery } from './agencies.query.js';
import { AgencyStructure } from './agency-structure.js';
import { AddGroupMembers, RemoveGroupMember } from './change-group-members.js';
import { CreateRecipientGroup } from './create-recipient-group.js';
import { DeleteRecipientGroup } from './delete-recipient-group.js';
import { DocumentTypesQuery } from './document-types.query.js';
import { EditRecipientGroup } from './edit-recipient-group.js';
import { GroupMembersQuery } from './group-members.query.js';
import { RecipientGroups } from './recipient-groups.js';
import { RecipientGroupsQuery } from './recipient-groups.query.js';

const provided = [
  AddAgencies,
  AddGroupMembers,
  AgenciesQuery,
  AgencyStructure,
  CreateRecipientGroup,
  DeleteRecipientGroup,
  DocumentTypesQuery,
  EditRecipientGroup,
  GroupMembersQuery,
  RecipientGroupsQuery,
  RemoveGroupMember,
];

@Module({ imports: [AuditModule], providers: [...provided, RecipientGroups], exports: provided })
export class DirectoryModule {}
