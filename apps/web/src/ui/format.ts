import { i18n } from '../i18n/i18n.js';

const zone = 'Asia/Ho_Chi_Minh';
const dayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const timeParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const secondParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** `2017-12-07` as 07/12/2017; a date has no zone, so none is applied. */
export function formatDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
}

export function formatDay(instant: string): string {
  return dayParts.format(new Date(instant));
}

export function formatTime(instant: string): string {
  return timeParts.format(new Date(instant));
}

export function formatTimeWithSeconds(instant: string): string {
  return secondParts.format(new Date(instant));
}

export function formatMoment(instant: string): string {
  return `${formatTime(instant)} ${formatDay(instant)}`;
}

/** The day in Vietnam as `2017-12-07`, which compares as text. */
export function dayInVietnam(instant: Date): string {
  return formatDay(instant.toISOString()).split('/').toReversed().join('-');
}

export function isOverdue(dueDate: string, now: Date): boolean {
  return dueDate < dayInVietnam(now);
}

/** In a list: the time if it was today, else the day. */
export function formatWhen(instant: string, now: Date): string {
  return formatDay(instant) === formatDay(now.toISOString()) ? formatTime(instant) : formatDay(instant);
}

function locale(): string {
  return i18n.language === 'en' ? 'en-GB' : 'vi-VN';
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}

/** `0.9167` as 91,7 % (or 91.7 % in English); never rounded up to a full hundred that was not reached. */
export function formatShare(share: number | null): string {
  if (share === null) {
    return '–';
  }
  const tenths = share < 1 ? Math.min(Math.round(share * 1000), 999) : 1000;
  return `${new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(tenths / 10)}\u00a0%`;
}

const steps = [
  { unit: 'gigabytes', bytes: 1024 ** 3 },
  { unit: 'megabytes', bytes: 1024 ** 2 },
  { unit: 'kilobytes', bytes: 1024 },
] as const;

export function formatBytes(bytes: number): string {
  const step = steps.find((known) => bytes >= known.bytes);
  if (step === undefined) {
    return i18n.t('common.size.bytes', { value: formatNumber(bytes) });
  }
  const value = bytes / step.bytes;
  const digits = value >= 100 || step.unit === 'kilobytes' ? 0 : 1;
  const text = new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
  return i18n.t(`common.size.${step.unit}`, { value: text });
}
