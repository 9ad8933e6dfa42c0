import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './due-word.module.css';
import { formatMoment } from './format.js';
import { timeLeft } from './time-left.js';

/** The present, told anew every half minute. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Until when something has to be done: it is red before it is late, with the time that is left, and marked once it is. */
export function WorkDueWord({ dueAt }: { readonly dueAt: string }) {
  const { t } = useTranslation();
  const left = timeLeft(dueAt, useNow());
  const date = formatMoment(dueAt);
  const { tone } = left;
  return (
    <span
      className={classes.due}
      data-overdue={tone === 'late' || undefined}
      data-warning={tone === 'warning' || undefined}
      title={date}
    >
      {left.tone === 'warning'
        ? t(left.hours > 0 ? 'common.hoursLeft' : 'common.minutesLeft', { hours: left.hours, minutes: left.minutes })
        : t(tone === 'late' ? 'common.overdue' : 'common.due', { date })}
    </span>
  );
}
