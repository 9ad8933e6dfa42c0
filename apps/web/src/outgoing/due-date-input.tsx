import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { currentLanguage } from '../i18n/i18n.js';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
  readonly error: string | undefined;
}

/** Reads 7/12/2017 and 07-12-2017 as people here write a day; anything else is left for the calendar. */
export function dateOf(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date) ? date : null;
}

export function DueDateInput({ label, value, onChange, error }: Props) {
  return (
    <DatesProvider settings={{ locale: currentLanguage(), firstDayOfWeek: 1 }}>
      <DateInput
        label={label}
        clearable
        valueFormat="DD/MM/YYYY"
        placeholder="dd/mm/yyyy"
        dateParser={dateOf}
        value={value}
        onChange={onChange}
        error={error}
      />
    </DatesProvider>
  );
}
