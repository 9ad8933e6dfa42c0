import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Agency } from '#directory';

/** A body outside the system that an agency wrote to: what its people are offered the next time. */
@Entity('external_bodies')
@Unique('external_bodies_body_key', ['agencyId', 'bodyKey'])
@Index('external_bodies_search', { synchronize: false })
export class ExternalBody {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'external_bodies_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'external_bodies_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  @Column({ type: 'text', name: 'address', nullable: false })
  address!: string;

  /** Name and address in plain letters. */
  @Column({ type: 'text', name: 'body_key', nullable: false })
  bodyKey!: string;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: false })
  usedAt!: Date;
}
