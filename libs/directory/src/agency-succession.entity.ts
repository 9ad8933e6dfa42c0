import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Agency } from './agency.entity.js';

/** One agency has taken the place of another, wholly or, after a split, beside others. */
@Entity('agency_successions')
@Index('agency_successions_successor', ['successorId'])
@Index('agency_successions_lead', { synchronize: false })
export class AgencySuccession {
  @ForeignKey(() => Agency, { name: 'agency_successions_predecessor_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'predecessor_id', primaryKeyConstraintName: 'agency_successions_pkey' })
  predecessorId!: string;

  @ForeignKey(() => Agency, { name: 'agency_successions_successor_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'successor_id', primaryKeyConstraintName: 'agency_successions_pkey' })
  successorId!: string;

  @Column({ type: 'date', name: 'effective_on', nullable: false })
  effectiveOn!: string;

  /** The one of several successors that takes over what is on its way and what is not finished. */
  @Column({ type: 'boolean', name: 'is_lead', nullable: false })
  isLead!: boolean;
}
