import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { currentLanguage } from '../i18n/i18n.js';
import { dayHere, quickDay } from './paper-fields.js';

interface Props {
  readonly label: string;
  readonly isNamedOnly?: boolean;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly error?: string | undefined;
}

/** A day that has been, written in as few keys as it takes: 5/12, 0512. */
export function DayField({ label, isNamedOnly = false, required = false, placeholder, value, onChange, error }: Props) {
  return (
    <DatesProvider settings={{ locale: currentLanguage(), firstDayOfWeek: 1 }}>
      <DateInput
        {...(isNamedOnly ? { 'aria-label': label, size: 'xs' } : { label })}
        required={required}
        valueFormat="DD/MM/YYYY"
        placeholder={placeholder ?? 'dd/mm'}
        dateParser={(text) => quickDay(text, dayHere(new Date()))}
        maxDate={dayHere(new Date())}
        popoverProps={{ trapFocus: false, returnFocus: false }}
        value={value}
        onChange={onChange}
        error={error}
      />
    </DatesProvider>
  );
}
