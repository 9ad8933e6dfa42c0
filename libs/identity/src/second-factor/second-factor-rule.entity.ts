import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '#contracts';

/** A role whose people need a second factor. */
@Entity('second_factor_rules')
export class SecondFactorRule {
  @PrimaryColumn({ type: 'text', name: 'role', primaryKeyConstraintName: 'second_factor_rules_pkey' })
  role!: Role;

  @Column({ type: 'timestamptz', name: 'required_since', nullable: false })
  requiredSince!: Date;
}
