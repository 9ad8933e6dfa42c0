import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from './agency.entity.js';
import { RecipientGroup } from './recipient-group.entity.js';

/** An agency on the list of a group. */
@Entity('recipient_group_members')
export class RecipientGroupMember {
  @ForeignKey(() => RecipientGroup, { name: 'recipient_group_members_group_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'group_id', primaryKeyConstraintName: 'recipient_group_members_pkey' })
  groupId!: string;

  @ForeignKey(() => Agency, { name: 'recipient_group_members_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'recipient_group_members_pkey' })
  agencyId!: string;
}
