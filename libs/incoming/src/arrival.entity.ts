import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ArrivalSource, ArrivalState, Urgency } from '#contracts';
import { Agency } from '#directory';
import { Delivery } from '#exchange';
import { Post } from '#identity';

/** A document that arrived at an agency, as it was sent, and a line of its incoming register once accepted. */
@Entity('arrivals')
@Check('arrivals_source_check', `source IN ('electronic', 'paper')`)
@Check('arrivals_page_count_check', 'page_count > 0')
@Unique('arrivals_delivery_key', ['deliveryId'])
@Unique('arrivals_number_key', ['agencyId', 'arrivalYear', 'arrivalNumber'])
@Index('arrivals_agency_state', ['agencyId', 'state', 'id'])
@Index('arrivals_agency', ['agencyId', 'id'])
@Index('arrivals_search', { synchronize: false })
@Index('arrivals_restricted', { synchronize: false })
@Index('arrivals_urgent', { synchronize: false })
@Index('arrivals_submitted_to', { synchronize: false })
@Index('arrivals_issuer', { synchronize: false })
@Index('arrivals_symbol', { synchronize: false })
@Index('arrivals_on_paper', { synchronize: false })
@Index('arrivals_paper_noted', { synchronize: false })
export class Arrival {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'arrivals_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'arrivals_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @ForeignKey(() => Delivery, { name: 'arrivals_delivery_fkey' })
  @Column({ type: 'uuid', name: 'delivery_id', nullable: true })
  deliveryId!: string | null;

  @ForeignKey(() => Agency, { name: 'arrivals_sender_fkey' })
  @Column({ type: 'uuid', name: 'sender_id', nullable: true })
  senderId!: string | null;

  @Column({ type: 'text', name: 'sender_code', nullable: false })
  senderCode!: string;

  @Column({ type: 'text', name: 'sender_name', nullable: false })
  senderName!: string;

  @Column({ type: 'text', name: 'state', nullable: false })
  state!: ArrivalState;

  @Column({ type: 'text', name: 'type_name', nullable: false })
  typeName!: string;

  @Column({ type: 'text', name: 'symbol', nullable: false })
  symbol!: string;

  @Column({ type: 'text', name: 'subject', nullable: false })
  subject!: string;

  @Column({ type: 'text', name: 'urgency', nullable: false })
  urgency!: Urgency;

  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  @Column({ type: 'date', name: 'due_date', nullable: true })
  dueDate!: string | null;

  @Column({ type: 'text', name: 'signer_name', nullable: false })
  signerName!: string;

  @Column({ type: 'text', name: 'signer_position', nullable: false })
  signerPosition!: string;

  @Column({ type: 'text', name: 'digest', nullable: false })
  digest!: string;

  @Column({ type: 'boolean', name: 'paper_too', nullable: false })
  paperToo!: boolean;

  /** How it was registered; what is on paper has no delivery. */
  @Column({ type: 'text', name: 'source', nullable: false, default: 'electronic' })
  source!: ArrivalSource;

  @Column({ type: 'integer', name: 'page_count', nullable: true })
  pageCount!: number | null;

  /** When the paper of an electronic arrival came, as the clerk noted it. */
  @Column({ type: 'date', name: 'paper_arrived_on', nullable: true })
  paperArrivedOn!: string | null;

  /** The entry of its paper, which was registered before it came. */
  @ForeignKey(() => Arrival, { name: 'arrivals_joined_to_fkey' })
  @Column({ type: 'uuid', name: 'joined_to_id', nullable: true })
  joinedToId!: string | null;

  @Column({ type: 'timestamptz', name: 'arrived_at', nullable: false })
  arrivedAt!: Date;

  /** By somebody of the agency, for the first time. */
  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column({ type: 'integer', name: 'arrival_year', nullable: true })
  arrivalYear!: number | null;

  @Column({ type: 'integer', name: 'arrival_number', nullable: true })
  arrivalNumber!: number | null;

  @Column({ type: 'text', name: 'refusal_reason', nullable: true })
  refusalReason!: string | null;

  /** The leader it was submitted to last, who distributes it. */
  @ForeignKey(() => Post, { name: 'arrivals_submitted_to_fkey' })
  @Column({ type: 'uuid', name: 'submitted_to_post_id', nullable: true })
  submittedToPostId!: string | null;

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  /** When the work on it had ended. */
  @Column({ type: 'timestamptz', name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  /** True while reading is narrowed to those named. */
  @Column({ type: 'boolean', name: 'restricted', nullable: false, default: false })
  restricted!: boolean;

  /** The closed agency that it was addressed to, when its successor got it. */
  @Column({ type: 'text', name: 'addressee_code', nullable: true })
  addresseeCode!: string | null;

  @Column({ type: 'text', name: 'addressee_name', nullable: true })
  addresseeName!: string | null;

  @Column({ type: 'text', name: 'search_text', nullable: false })
  searchText!: string;
}
