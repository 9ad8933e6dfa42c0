import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../person.entity.js';

/** An administrator took a person’s second factors away; kept until the person has read so. */
@Entity('second_factor_resets')
export class SecondFactorReset {
  @ForeignKey(() => Person, { name: 'second_factor_resets_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'second_factor_resets_pkey' })
  personId!: string;

  @Column({ type: 'timestamptz', name: 'reset_at', nullable: false })
  resetAt!: Date;
}
