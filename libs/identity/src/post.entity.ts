import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role, SigningForm } from '#contracts';
import { Agency } from '#directory';
import { Person } from './person.entity.js';
import { Unit } from './units/unit.entity.js';

/** What a person is at an agency from one day to another: their role there and the title they sign with. */
@Entity('posts')
@Index('posts_person', ['personId'])
@Index('posts_agency_role', ['agencyId', 'role'])
@Index('posts_unit', { synchronize: false })
export class Post {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'posts_pkey' })
  id!: string;

  @ForeignKey(() => Person, { name: 'posts_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  @ForeignKey(() => Agency, { name: 'posts_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  @Column({ type: 'text', name: 'role', nullable: false })
  role!: Role;

  @Column({ type: 'text', name: 'position', nullable: false })
  position!: string;

  @Column({ type: 'date', name: 'valid_from', nullable: false })
  validFrom!: string;

  /** The last day; null while it is held. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo!: string | null;

  /** The unit inside the agency; null for a post of the agency itself. */
  @ForeignKey(() => Unit, { name: 'posts_unit_fkey' })
  @Column({ type: 'uuid', name: 'unit_id', nullable: true })
  unitId!: string | null;

  /** The forms besides the plain one in which the holder may sign (Decree 30/2020, Art. 13). */
  @Column({ type: 'text', name: 'signing_forms', array: true, nullable: false, default: () => "'{}'" })
  signingForms!: SigningForm[];
}
