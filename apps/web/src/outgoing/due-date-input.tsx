import { DateInput, DatesProvider } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { currentLanguage } from '../i18n/i18n.js';
import { dateOf } from './due-date.js';

interface Props {
  readonly label: string;
  /** True where the field’s name is heard and not shown. */
  readonly isNamedOnly?: boolean;
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
  readonly error: string | undefined;
}

export function DueDateInput({ label, isNamedOnly = false, value, onChange, error }: Props) {
  return (
    <DatesProvider settings={{ locale: currentLanguage(), firstDayOfWeek: 1 }}>
      <DateInput
        {...(isNamedOnly ? { 'aria-label': label, size: 'xs' } : { label, clearable: true })}
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
