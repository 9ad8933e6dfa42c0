import { beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../i18n/vi/index.js';
import { i18n } from '../i18n/i18n.js';
import {
  dayInVietnam,
  formatBytes,
  formatDate,
  formatDay,
  formatMoment,
  formatShare,
  formatTimeWithSeconds,
  formatWhen,
  isOverdue,
} from './format.js';

beforeAll(async () => {
  await i18n.init({ lng: 'vi', defaultNS: 'words', resources: { vi: { words: vi } } });
});

describe('dates, times and numbers', () => {
  it('writes a date as people here write it', () => {
    expect(formatDate('2017-12-07')).toBe('07/12/2017');
  });

  it('takes the day and the time of Vietnam, wherever the browser is', () => {
    const lateInVietnam = '2017-12-06T17:30:05.000Z';
    expect(formatDay(lateInVietnam)).toBe('07/12/2017');
    expect(formatMoment(lateInVietnam)).toBe('00:30 07/12/2017');
    expect(formatTimeWithSeconds(lateInVietnam)).toBe('00:30:05');
    expect(dayInVietnam(new Date(lateInVietnam))).toBe('2017-12-07');
  });

  it('shows the time of today and the day of what is older', () => {
    const now = new Date('2017-12-07T10:00:00Z');
    expect(formatWhen('2017-12-07T07:05:00Z', now)).toBe('14:05');
    expect(formatWhen('2017-12-06T07:05:00Z', now)).toBe('06/12/2017');
  });

  it('calls a document overdue only once its last day is over in Vietnam', () => {
    expect(isOverdue('2017-12-07', new Date('2017-12-07T16:59:00Z'))).toBe(false);
    expect(isOverdue('2017-12-07', new Date('2017-12-07T17:00:00Z'))).toBe(true);
  });

  it('never rounds a share up to a full hundred', () => {
    expect(formatShare(0.9996)).toBe('99,9\u00a0%');
    expect(formatShare(1)).toBe('100\u00a0%');
    expect(formatShare(0.8162)).toBe('81,6\u00a0%');
    expect(formatShare(null)).toBe('–');
  });

  it('writes sizes in the largest unit that fits', () => {
    expect(formatBytes(0)).toBe('0 byte');
    expect(formatBytes(1536)).toBe('2 KB');
    expect(formatBytes(1_500_342)).toBe('1,4 MB');
    expect(formatBytes(3 * 1024 ** 3)).toBe('3 GB');
  });
});
