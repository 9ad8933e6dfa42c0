import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Where alerts are told: one row. */
@Entity('alert_settings')
@Check('alert_settings_one', 'id = 1')
@Check('alert_settings_secret_check', 'webhook_url IS NULL OR webhook_secret IS NOT NULL')
export class AlertSetting {
  @PrimaryColumn({ type: 'integer', name: 'id', primaryKeyConstraintName: 'alert_settings_pkey' })
  id!: number;

  @Column({ type: 'text', name: 'mailboxes', nullable: false, array: true })
  mailboxes!: string[];

  @Column({ type: 'text', name: 'webhook_url', nullable: true })
  webhookUrl!: string | null;

  /** Sealed. */
  @Column({ type: 'text', name: 'webhook_secret', nullable: true })
  webhookSecret!: string | null;

  @Column({ type: 'integer', name: 'version', nullable: false })
  version!: number;
}
