import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExchangeMode, ShareIndicator, ShareOutcome } from '#contracts';

/** What stands for all agencies in a cell (RFC 9562, 5.9). */
export const allAgencies = '00000000-0000-0000-0000-000000000000';

const key = { primaryKeyConstraintName: 'share_cells_pkey' } as const;

/** How many exchanges, or documents, there are of one kind in a day or a month: what was folded of the changes. */
@Entity('share_cells')
@Index('share_cells_ranking', { synchronize: false })
export class ShareCell {
  @PrimaryColumn({ type: 'text', name: 'unit', ...key })
  unit!: 'exchange' | 'document';

  @PrimaryColumn({ type: 'text', name: 'direction', ...key })
  direction!: 'all' | 'sent' | 'received';

  /** Who sent, or who received; of `all`, `allAgencies`. */
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', ...key })
  agencyId!: string;

  @PrimaryColumn({ type: 'text', name: 'grain', ...key })
  grain!: 'day' | 'month';

  /** What `value` names; days have no such parts. */
  @PrimaryColumn({ type: 'text', name: 'detail', ...key })
  detail!: 'none' | 'type' | 'reason';

  @PrimaryColumn({ type: 'text', name: 'indicator', ...key })
  indicator!: ShareIndicator;

  @PrimaryColumn({ type: 'date', name: 'starts_on', ...key })
  startsOn!: string;

  /** The name of the type, the code of the reason for paper or ''. */
  @PrimaryColumn({ type: 'text', name: 'value', ...key })
  value!: string;

  @PrimaryColumn({ type: 'text', name: 'outcome', ...key })
  outcome!: ShareOutcome;

  @Column({ type: 'bigint', name: 'amount', nullable: false })
  amount!: string;
}

/** As what a document stands in the cells: its exchanges of one indicator together. */
@Entity('counted_documents')
export class CountedDocument {
  @PrimaryColumn({ type: 'uuid', name: 'origin_id', primaryKeyConstraintName: 'counted_documents_pkey' })
  originId!: string;

  @PrimaryColumn({ type: 'text', name: 'indicator', primaryKeyConstraintName: 'counted_documents_pkey' })
  indicator!: ShareIndicator;

  @Column({ type: 'uuid', name: 'sender_id', nullable: false })
  senderId!: string;

  @Column({ type: 'date', name: 'issued_on', nullable: false })
  issuedOn!: string;

  @Column({ type: 'text', name: 'mode', nullable: false })
  mode!: ExchangeMode;
}
