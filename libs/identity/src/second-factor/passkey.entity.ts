import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../person.entity.js';

/** A key pair in a device or a stick of its person (WebAuthn): here is its public half. */
@Entity('passkeys')
@Unique('passkeys_credential_key', ['credentialId'])
@Index('passkeys_person', ['personId'])
export class Passkey {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'passkeys_pkey' })
  id!: string;

  @ForeignKey(() => Person, { name: 'passkeys_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  /** The host that it was made for: no browser uses it for another. */
  @Column({ type: 'text', name: 'site', nullable: false })
  site!: string;

  @Column({ type: 'text', name: 'credential_id', nullable: false })
  credentialId!: string;

  @Column({ type: 'bytea', name: 'public_key', nullable: false })
  publicKey!: Buffer;

  /** How often the device says that it was used; one that counts backwards was copied. Many always say 0. */
  @Column({ type: 'bigint', name: 'counter', nullable: false })
  counter!: number;

  @Column({ type: 'text', name: 'transports', nullable: false, array: true })
  transports!: string[];

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;
}
