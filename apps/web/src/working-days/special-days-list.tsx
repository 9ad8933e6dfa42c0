import { Button } from '@mantine/core';
import { IconCalendarOff, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarYear } from '../api/types.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatDate } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import classes from './working-days.module.css';

interface Props {
  readonly calendar: CalendarYear;
  readonly onOpen: (day: string) => void;
}

/** The days of a year that differ from the week, with why. */
export function SpecialDaysList({ calendar: { year, days }, onOpen }: Props) {
  const { t } = useTranslation();
  if (days.length === 0) {
    return <EmptyPlace icon={IconCalendarOff} title={t('workingDays.empty')} text={t('workingDays.emptyText')} />;
  }
  return (
    <section aria-labelledby="special-days">
      <h2 id="special-days" className={classes.shown}>
        {t('workingDays.list', { year })}
      </h2>
      <ul className={classes.list}>
        {days.map(({ day, kind, name, basis }) => (
          <li key={day} className={classes.row} data-special={day}>
            <span className={classes.date}>{formatDate(day)}</span>
            <StateWord tone={kind === 'off' ? 'bad' : 'accent'}>{t(`workingDays.kinds.${kind}`)}</StateWord>
            <span className={classes.name}>
              {name}
              <span className={classes.basis}>{basis}</span>
            </span>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPencil size={14} aria-hidden />}
              aria-label={t('workingDays.edit', { day: formatDate(day) })}
              onClick={() => onOpen(day)}
            >
              {t('workingDays.editShort')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
