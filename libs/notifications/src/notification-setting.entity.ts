import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Language, NotificationKind } from '#contracts';
import { Person } from '#identity';
import type { Choice } from './kinds.js';

/** How a person wants to be told; who never chose has no row. */
@Entity('notification_settings')
export class NotificationSetting {
  @ForeignKey(() => Person, { name: 'notification_settings_person_fkey' })
  @PrimaryColumn({ type: 'uuid', name: 'person_id', primaryKeyConstraintName: 'notification_settings_pkey' })
  personId!: string;

  /** A kind that is not in it goes by the table of kinds. */
  @Column({ type: 'jsonb', name: 'choices', nullable: false })
  choices!: Partial<Record<NotificationKind, Choice>>;

  /** A time of day in Vietnam, `HH:MM`; the same as `quietTo` for no quiet hours. */
  @Column({ type: 'text', name: 'quiet_from', nullable: false })
  quietFrom!: string;

  @Column({ type: 'text', name: 'quiet_to', nullable: false })
  quietTo!: string;

  @Column({ type: 'text', name: 'language', nullable: false })
  language!: Language;
}
