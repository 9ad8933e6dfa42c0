import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/** A browser that a person signed in from; only the digest of its cookie is kept. */
@Entity('known_devices')
@Index('known_devices_person', ['personId'])
export class KnownDevice {
  @PrimaryColumn({ type: 'text', name: 'token_digest', primaryKeyConstraintName: 'known_devices_pkey' })
  tokenDigest!: string;

  @ForeignKey(() => Person, { name: 'known_devices_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'known_devices_pkey' })
  personId!: string;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: false })
  lastUsedAt!: Date;
}
