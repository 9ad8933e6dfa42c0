import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../api/types.js';
import { currentLanguage } from '../i18n/i18n.js';
import { dayInVietnam, formatDate } from '../ui/format.js';
import { dayByKey, daysOfMonth, isWeekend, weekdayOf } from './days-of-year.js';
import classes from './working-days.module.css';

interface Props {
  readonly year: number;
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly onOpen: (day: string) => void;
}

/** A year at a glance. One day of it is a stop of the Tab key; the arrow keys go on from there. */
export function YearGrid({ year, days, onOpen }: Props) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const today = dayInVietnam(new Date());
  const [stop, setStop] = useState(today);
  const stopHere = stop.startsWith(`${year}-`) ? stop : `${year}-01-01`;
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    const to = dayByKey(event.key, stopHere);
    if (to !== undefined) {
      event.preventDefault();
      setStop(to);
      grid.current?.querySelector<HTMLButtonElement>(`[data-day="${to}"]`)?.focus();
    }
  };
  return (
    <div
      ref={grid}
      role="group"
      aria-label={`${t('workingDays.grid', { year })}. ${t('workingDays.gridHint')}`}
      className={classes.year}
    >
      {Array.from({ length: 12 }, (_, index) => (
        <section key={index} className={classes.month} aria-label={monthName(year, index)}>
          <h3 className={classes.monthName}>{monthName(year, index)}</h3>
          <div className={classes.days}>
            {weekdayNames().map((name) => (
              <span key={name} className={classes.weekday} aria-hidden>
                {name}
              </span>
            ))}
            {daysOfMonth(year, index + 1).map((day, place) => (
              <Day
                key={day}
                day={day}
                column={place === 0 ? weekdayOf(day) + 1 : undefined}
                special={days.get(day)}
                isToday={day === today}
                isStop={day === stopHere}
                onKeyDown={move}
                onOpen={() => {
                  setStop(day);
                  onOpen(day);
                }}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface DayProps {
  readonly day: string;
  /** Of the first day of a month. */
  readonly column: number | undefined;
  readonly special: CalendarDay | undefined;
  readonly isToday: boolean;
  readonly isStop: boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  readonly onOpen: () => void;
}

function Day({ day, column, special, isToday, isStop, onKeyDown, onOpen }: DayProps) {
  const { t } = useTranslation();
  const weekend = isWeekend(day);
  const what =
    special === undefined
      ? t(weekend ? 'workingDays.plain.weekend' : 'workingDays.plain.working')
      : `${t(`workingDays.kinds.${special.kind}`)}: ${special.name}`;
  return (
    <button
      type="button"
      className={classes.day}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      data-day={day}
      data-kind={special?.kind ?? (weekend ? 'weekend' : undefined)}
      aria-current={isToday ? 'date' : undefined}
      aria-label={`${formatDate(day)}, ${what}`}
      title={special === undefined ? undefined : what}
      tabIndex={isStop ? 0 : -1}
      onKeyDown={onKeyDown}
      onClick={onOpen}
    >
      {Number(day.slice(8))}
    </button>
  );
}

function monthName(year: number, index: number): string {
  const format = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' });
  const name = format.format(Date.UTC(year, index, 1));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Monday first; 5 January 2026 was one. */
function weekdayNames(): string[] {
  const format = new Intl.DateTimeFormat(locale(), { weekday: 'narrow', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2026, 0, 5 + index)));
}

function locale(): string {
  return currentLanguage() === 'en' ? 'en-GB' : 'vi-VN';
}
