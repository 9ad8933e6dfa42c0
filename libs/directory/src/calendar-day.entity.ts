import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDayKind } from '#contracts';

/** A day that differs from the week: a holiday, a weekday off, or a Saturday or Sunday that is worked for it. */
@Entity('calendar_days')
@Check('calendar_days_kind', `kind IN ('off', 'worked')`)
export class CalendarDay {
  @PrimaryColumn({ type: 'date', name: 'day', primaryKeyConstraintName: 'calendar_days_pkey' })
  day!: string;

  @Column({ type: 'text', name: 'kind', nullable: false })
  kind!: CalendarDayKind;

  @Column({ type: 'text', name: 'name', nullable: false })
  name!: string;

  /** The number of the decision, or the article of the law. */
  @Column({ type: 'text', name: 'basis', nullable: false })
  basis!: string;

  /** Goes up with every change: the ETag. */
  @Column({ type: 'integer', name: 'version', nullable: false })
  version!: number;
}
