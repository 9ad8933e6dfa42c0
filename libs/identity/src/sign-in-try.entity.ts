import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tries under one name, or from one known device, since the last right one. */
@Entity('sign_in_tries')
export class SignInTry {
  /** SHA-256 of what is counted: unknown names are counted as well, and not kept in clear. */
  @PrimaryColumn({ type: 'text', name: 'subject_digest', primaryKeyConstraintName: 'sign_in_tries_pkey' })
  subjectDigest!: string;

  @Column({ type: 'integer', name: 'failures', nullable: false })
  failures!: number;

  @Column({ type: 'timestamptz', name: 'last_at', nullable: false })
  lastAt!: Date;

  /** Before this moment no further try is looked at. */
  @Column({ type: 'timestamptz', name: 'open_at', nullable: false })
  openAt!: Date;
}
