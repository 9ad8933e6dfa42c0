import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who can sign in, whatever posts they hold. */
@Entity('people')
@Unique('people_user_name_key', ['userName'])
@Index('people_email', { synchronize: false })
@Index('people_search', { synchronize: false })
@Index('people_list', ['searchText', 'id'])
export class Person {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'people_pkey' })
  id!: string;

  @Column({ type: 'text', name: 'full_name', nullable: false })
  fullName!: string;

  @Column({ type: 'text', name: 'user_name', nullable: false })
  userName!: string;

  /** A `client` stands for another system and never signs in: its posts give its work an author. */
  @Column({ type: 'text', name: 'kind', nullable: false, default: 'person' })
  kind!: 'person' | 'client';

  @Column({ type: 'text', name: 'email', nullable: true })
  email!: string | null;

  /** Argon2id; null for somebody who can’t sign in with a password. */
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  /** Given by somebody else: the next sign-in asks for a new one before anything else. */
  @Column({ type: 'boolean', name: 'password_temporary', nullable: false, default: false })
  passwordTemporary!: boolean;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  /** Goes up with every change of name, address or state: the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false, default: 1 })
  version!: number;

  /** Name, user name and e-mail, folded; lists go by it. */
  @Column({ type: 'text', name: 'search_text', nullable: false, default: '' })
  searchText!: string;
}
