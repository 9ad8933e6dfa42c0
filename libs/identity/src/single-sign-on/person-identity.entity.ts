import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../person.entity.js';

/** Who a person is at an identity provider: found once by a verified claim, from then on by the provider’s own subject. */
@Entity('person_identities')
@Unique('person_identities_subject_key', ['issuer', 'subject'])
@Unique('person_identities_person_key', ['personId', 'issuer'])
export class PersonIdentity {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'person_identities_pkey' })
  id!: string;

  @ForeignKey(() => Person, { name: 'person_identities_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  @Column({ type: 'text', name: 'issuer', nullable: false })
  issuer!: string;

  @Column({ type: 'text', name: 'subject', nullable: false })
  subject!: string;

  @Column({ type: 'timestamptz', name: 'linked_at', nullable: false })
  linkedAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: false })
  lastUsedAt!: Date;
}
