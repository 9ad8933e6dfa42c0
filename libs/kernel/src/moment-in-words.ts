import { TIME_ZONE } from './clock.js';

const momentFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** `14:05 07/12/2017`, the time in Vietnam. */
export function momentInWords(moment: Date): string {
  const part = Object.fromEntries(momentFormat.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${part['hour']}:${part['minute']} ${part['day']}/${part['month']}/${part['year']}`;
}
