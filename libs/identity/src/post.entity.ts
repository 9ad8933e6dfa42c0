import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '#contracts';
import { Agency } from '#directory';
import { Person } from './person.entity.js';

/** What a person is at an agency from one day to another: their role there and the title they sign with. */
@Entity('posts')
@Index('posts_person', ['personId'])
@Index('posts_agency_role', ['agencyId', 'role'])
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
}
