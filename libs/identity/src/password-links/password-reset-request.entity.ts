import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '#contracts';

/** What somebody typed who forgot a password; looked at by a job and then removed. */
@Entity('password_reset_requests')
export class PasswordResetRequest {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'password_reset_requests_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'asked_for', nullable: false })
  askedFor!: string;

  @Column({ type: 'text', name: 'language', nullable: false })
  language!: Language;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;
}
