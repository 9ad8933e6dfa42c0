import { Entity, PrimaryColumn } from 'typeorm';

/** A day on which people were reminded of their work. */
@Entity('reminder_days')
export class ReminderDay {
  @PrimaryColumn({ type: 'date', name: 'day', primaryKeyConstraintName: 'reminder_days_pkey' })
  day!: string;
}
