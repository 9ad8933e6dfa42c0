import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ClientScope } from '#contracts';
import { Agency } from '#directory';
import { Person } from '../person.entity.js';
import { Post } from '../post.entity.js';

/** Another system that works through the API for an agency, in a post made for it. */
@Entity('api_clients')
@Index('api_clients_agency', ['agencyId', 'id'])
export class ApiClient {
  @PrimaryColumn({ type: 'uuid', name: 'id', primaryKeyConstraintName: 'api_clients_pkey' })
  id!: string;

  @ForeignKey(() => Agency, { name: 'api_clients_agency_fkey' })
  @Column({ type: 'uuid', name: 'agency_id', nullable: false })
  agencyId!: string;

  /** Of the kind `client`: what the system writes has an author, who never signs in. */
  @ForeignKey(() => Person, { name: 'api_clients_person_fkey' })
  @Column({ type: 'uuid', name: 'person_id', nullable: false })
  personId!: string;

  /** The only post it ever acts in: with its end the client ends, whatever post its person is given elsewhere. */
  @ForeignKey(() => Post, { name: 'api_clients_post_fkey' })
  @Column({ type: 'uuid', name: 'post_id', nullable: false })
  postId!: string;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  /** What of its role it may use. */
  @Column({ type: 'text', name: 'scopes', array: true, nullable: false })
  scopes!: ClientScope[];

  /** Goes up with every change; also the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false, default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at', nullable: false })
  createdAt!: Date;

  /** Written now and then, not at every request. */
  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
