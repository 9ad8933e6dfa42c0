import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../person.entity.js';

/** One of the codes on paper for the day when the phone is lost; only its digest is kept. */
@Entity('recovery_codes')
export class RecoveryCode {
  @ForeignKey(() => Person, { name: 'recovery_codes_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'recovery_codes_pkey' })
  personId!: string;

  @PrimaryColumn({ type: 'text', name: 'code_digest', primaryKeyConstraintName: 'recovery_codes_pkey' })
  codeDigest!: string;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
