import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { OpinionView } from '#contracts';
import { Post } from '#identity';
import { Document } from '../document.entity.js';

/** What somebody said about a document, under the name and position of that day. Append-only, as the trail. */
@Entity('document_opinions')
@Unique('document_opinions_number_key', ['documentId', 'number'])
export class DocumentOpinion {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'document_opinions_pkey' })
  id!: string;

  @ForeignKey(() => Document, { name: 'document_opinions_document_fkey' })
  @Column({ type: 'uuid', name: 'document_id', nullable: false })
  documentId!: string;

  /** In the order in which they were given. */
  @Column({ type: 'integer', name: 'number', nullable: false })
  number!: number;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: OpinionView['kind'];

  @Column({ type: 'text', name: 'text', nullable: false })
  text!: string;

  @Column({ type: 'integer', name: 'round_number', nullable: true })
  roundNumber!: number | null;

  @Column({ type: 'integer', name: 'version_number', nullable: true })
  versionNumber!: number | null;

  @Column({ type: 'timestamptz', name: 'given_at', nullable: false })
  givenAt!: Date;

  @ForeignKey(() => Post, { name: 'document_opinions_post_fkey' })
  @Column({ type: 'uuid', name: 'post_id', nullable: false })
  postId!: string;

  @Column({ type: 'text', name: 'full_name', nullable: false })
  fullName!: string;

  @Column({ type: 'text', name: 'position', nullable: false })
  position!: string;

  /** Who was absent, when a stand-in said it. */
  @Column({ type: 'text', name: 'absent_name', nullable: true })
  absentName!: string | null;

  @Column({ type: 'text', name: 'absent_position', nullable: true })
  absentPosition!: string | null;
}
