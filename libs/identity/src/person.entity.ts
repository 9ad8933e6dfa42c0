import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who can sign in, whatever posts they hold. */
@Entity('people')
@Unique('people_user_name_key', ['userName'])
export class Person {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'people_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'full_name', nullable: false })
  fullName!: string;

  @Column({ type: 'text', name: 'user_name', nullable: false })
  userName!: string;

  /** Argon2id; null for somebody who can’t sign in with a password. */
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;
}
