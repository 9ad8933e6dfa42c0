import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RelationKind } from '#contracts';
import { Document } from '../document.entity.js';

/**
 * What a document answers or corrects, named as it was issued. An arrival stands only by its id: arrivals are above
 * documents.
 */
@Entity('document_relations')
@Index('document_relations_target', ['targetType', 'targetId'])
export class DocumentRelation {
  @ForeignKey(() => Document, { name: 'document_relations_document_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'document_id', primaryKeyConstraintName: 'document_relations_pkey' })
  documentId!: string;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: RelationKind;

  @PrimaryColumn({ type: 'text', name: 'target_type', primaryKeyConstraintName: 'document_relations_pkey' })
  targetType!: 'arrival' | 'document';

  @PrimaryColumn({ type: 'uuid', name: 'target_id', primaryKeyConstraintName: 'document_relations_pkey' })
  targetId!: string;

  @Column({ type: 'text', name: 'type_name', nullable: false })
  typeName!: string;

  @Column({ type: 'text', name: 'symbol', nullable: false })
  symbol!: string;

  /** The day in Vietnam. */
  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  @Column({ type: 'text', name: 'issuer_name', nullable: false })
  issuerName!: string;
}
