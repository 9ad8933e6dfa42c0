import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Why a recipient gets paper: a list that the system administrator keeps. */
@Entity('paper_reasons')
@Unique('paper_reasons_name_key', ['nameKey'])
export class PaperReason {
  @PrimaryColumn({ type: 'text', name: 'code', primaryKeyConstraintName: 'paper_reasons_pkey' })
  code!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  /** The name in plain letters: two reasons that read alike are one. */
  @Column({ type: 'text', name: 'name_key', nullable: false })
  nameKey!: string;

  /** Has to be said in words too. */
  @Column({ type: 'boolean', name: 'needs_words', nullable: false })
  needsWords!: boolean;

  @Column({ type: 'integer', name: 'position', nullable: false })
  position!: number;

  /** Goes up with every change: the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false })
  version!: number;

  /** Since when it is no longer offered. */
  @Column({ type: 'timestamptz', name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
