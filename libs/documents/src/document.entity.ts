import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DocumentState, ReviewMode, SigningForm, Urgency } from '#contracts';
import { Agency, DocumentType } from '#directory';
import { Post } from '#identity';

/** An outgoing document from its draft on. After approval its fields do not change. */
@Entity('documents')
@Index('documents_agency_state', ['agencyId', 'state', 'id'])
@Index('documents_agency', ['agencyId', 'id'])
@Index('documents_drafter', ['drafterPostId', 'id'])
@Index('documents_type', ['agencyId', 'typeCode', 'id'])
@Index('documents_signed', ['agencyId', 'signerPostId', 'id'])
@Index('documents_issued', ['agencyId', 'issuedOn'])
@Index('documents_urgent', { synchronize: false })
@Index('documents_due', { synchronize: false })
@Index('documents_signer', { synchronize: false })
@Index('documents_issue_due', ['agencyId', 'issueDueAt'], { where: `state = 'approved'` })
@Index('documents_send_due', ['agencyId', 'sendDueAt'], { where: `state = 'issued'` })
@Index('documents_search', { synchronize: false })
export class Document {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'documents_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'documents_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: DocumentState;

  /** Goes up with every change: the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false })
  version!: number;

  @ForeignKey(() => DocumentType, { name: 'documents_type_fkey' })
  @Column({ type: 'text', name: 'type_code', nullable: false })
  typeCode!: string;

  @Column({ type: 'text', name: 'subject', nullable: false })
  subject!: string;

  @Column({ type: 'text', name: 'urgency', nullable: false })
  urgency!: Urgency;

  @Column({ type: 'date', name: 'due_date', nullable: true })
  dueDate!: string | null;

  @Column({ type: 'text', name: 'drafting_unit', nullable: false })
  draftingUnit!: string;

  @Column({ type: 'integer', name: 'page_amount', nullable: true })
  pageAmount!: number | null;

  @Column({ type: 'text', name: 'description', nullable: false })
  description!: string;

  @Column({ type: 'text', name: 'language', nullable: false, default: 'Tiếng Việt' })
  language!: string;

  /** How many copies are issued on paper. */
  @Column({ type: 'integer', name: 'issued_amount', nullable: true })
  issuedAmount!: number | null;

  /** The year of the catalogue of files; with `fileNotation` the code of the file, or neither. */
  @Column({ type: 'integer', name: 'file_year', nullable: true })
  fileYear!: number | null;

  @Column({ type: 'text', name: 'file_notation', nullable: true })
  fileNotation!: string | null;

  /** DocOrdinal: where in its file the document stands. */
  @Column({ type: 'integer', name: 'file_ordinal', nullable: true })
  fileOrdinal!: number | null;

  @ForeignKey(() => Post, { name: 'documents_drafter_fkey' })
  @Column({ type: 'uuid', name: 'drafter_post_id', nullable: false })
  drafterPostId!: string;

  @ForeignKey(() => Post, { name: 'documents_signer_fkey' })
  @Column({ type: 'uuid', name: 'signer_post_id', nullable: false })
  signerPostId!: string;

  /** In whose place or name the signer signs; null for a signature in the signer’s own right. */
  @Column({ type: 'text', name: 'signing_form', nullable: true })
  signingForm!: SigningForm | null;

  /** The post of the absent one in whose stead the document was approved. */
  @ForeignKey(() => Post, { name: 'documents_on_behalf_of_fkey' })
  @Column({ type: 'uuid', name: 'on_behalf_of_post_id', nullable: true })
  onBehalfOfPostId!: string | null;

  @Column({ type: 'text', name: 'issuer_code', nullable: true })
  issuerCode!: string | null;

  @Column({ type: 'text', name: 'issuer_name', nullable: true })
  issuerName!: string | null;

  @Column({ type: 'text', name: 'type_name', nullable: true })
  typeName!: string | null;

  @Column({ type: 'text', name: 'signer_name', nullable: true })
  signerName!: string | null;

  @Column({ type: 'text', name: 'signer_position', nullable: true })
  signerPosition!: string | null;

  @Column({ type: 'text', name: 'symbol', nullable: true })
  symbol!: string | null;

  /** The day in Vietnam. */
  @Column({ type: 'date', name: 'issued_on', nullable: true })
  issuedOn!: string | null;

  /** SHA-256 over fields and files, once issued. */
  @Column({ type: 'text', name: 'digest', nullable: true })
  digest!: string | null;

  /** The signature: the clerk's timers begin with it. */
  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'issue_due_at', nullable: true })
  issueDueAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'send_due_at', nullable: true })
  sendDueAt!: Date | null;

  /** How the reviewers that it names are asked. */
  @Column({ type: 'text', name: 'review_mode', nullable: false, default: 'in-turn' })
  reviewMode!: ReviewMode;

  /** True while reading is narrowed to those named. */
  @Column({ type: 'boolean', name: 'restricted', nullable: false, default: false })
  restricted!: boolean;

  @Column({ type: 'text', name: 'search_text', nullable: false })
  searchText!: string;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', nullable: false })
  updatedAt!: Date;
}
