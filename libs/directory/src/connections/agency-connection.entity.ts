import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ConnectionChannel } from '#contracts';
import { Agency } from '../agency.entity.js';

/** How an agency is reached; one without a row works on this system. */
@Entity('agency_connections')
@Check('agency_connections_channel_check', `channel IN ('local', 'webhook', 'email')`)
@Check(
  'agency_connections_complete_check',
  `(channel <> 'webhook' OR (webhook_url IS NOT NULL AND webhook_secret IS NOT NULL))
   AND (channel <> 'email' OR mailbox IS NOT NULL)`,
)
export class AgencyConnection {
  @ForeignKey(() => Agency, { name: 'agency_connections_agency_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'agency_id', primaryKeyConstraintName: 'agency_connections_pkey' })
  agencyId!: string;

  @Column({ type: 'text', name: 'channel', nullable: false })
  channel!: ConnectionChannel;

  /** Where its own e-office system takes documents. */
  @Column({ type: 'text', name: 'webhook_url', nullable: true })
  webhookUrl!: string | null;

  /** What its messages are signed with; sealed. */
  @Column({ type: 'text', name: 'webhook_secret', nullable: true })
  webhookSecret!: string | null;

  /** The one before, valid too until it is dropped; sealed. */
  @Column({ type: 'text', name: 'webhook_secret_before', nullable: true })
  webhookSecretBefore!: string | null;

  @Column({ type: 'text', name: 'mailbox', nullable: true })
  mailbox!: string | null;

  /** Whether senders may see when a document of theirs was first opened. */
  @Column({ type: 'boolean', name: 'shows_opening', nullable: false, default: false })
  showsOpening!: boolean;

  @Column({ type: 'integer', name: 'version', nullable: false, default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', name: 'changed_at', nullable: false })
  changedAt!: Date;
}
