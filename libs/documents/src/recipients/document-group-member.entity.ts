import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency, RecipientGroup } from '#directory';
import { Document } from '../document.entity.js';

/** An agency that a group stood for at the moment when the document was sent, under its code and name of that day. */
@Entity('document_group_members')
export class DocumentGroupMember {
  @ForeignKey(() => Document, { name: 'document_group_members_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'document_group_members_pkey' })
  documentId!: string;

  @ForeignKey(() => RecipientGroup, { name: 'document_group_members_group_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'group_id', primaryKeyConstraintName: 'document_group_members_pkey' })
  groupId!: string;

  @ForeignKey(() => Agency, { name: 'document_group_members_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'document_group_members_pkey' })
  agencyId!: string;

  @Column({ type: 'text', name: 'code', nullable: false })
  code!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;
}
