import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from '#directory';

/** The last number that a register gave in a year; locked while a number is taken, so that none is missing or twice. */
@Entity('number_sequences')
export class NumberSequence {
  @ForeignKey(() => Agency, { name: 'number_sequences_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'number_sequences_pkey' })
  agencyId!: string;

  @PrimaryColumn({ type: 'text', name: 'register', primaryKeyConstraintName: 'number_sequences_pkey' })
  register!: string;

  @PrimaryColumn({ type: 'integer', name: 'year', primaryKeyConstraintName: 'number_sequences_pkey' })
  year!: number;

  /** Which of the agency’s sequences of the year: empty where all documents share one, see number-series.ts. */
  @PrimaryColumn({
    type: 'text',
    name: 'series',
    default: '',
    primaryKeyConstraintName: 'number_sequences_pkey',
  })
  series!: string;

  @Column({ type: 'integer', name: 'last_number', nullable: false })
  lastNumber!: number;
}
