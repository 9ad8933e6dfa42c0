import { expect, it } from 'vitest';
import { fromLocalTime, tomorrowMorning, toLocalTime } from './local-time.js';

it('shows and takes the time of Vietnam, wherever the browser stands', () => {
  expect(toLocalTime('2017-05-02T01:30:00.000Z')).toBe('2017-05-02T08:30');
  expect(fromLocalTime('2017-05-02T08:30')).toBe('2017-05-02T01:30:00.000Z');
});

it.each(['', '2017-05-02', '2017-13-02T08:30', 'ngày mai'])('takes no half-written time: “%s”', (text) => {
  expect(fromLocalTime(text)).toBeUndefined();
});

it('offers the next morning in Vietnam, which may be the same day in Greenwich', () => {
  expect(tomorrowMorning(new Date('2017-05-02T20:00:00Z'))).toBe('2017-05-04T01:00:00.000Z');
  expect(tomorrowMorning(new Date('2017-05-02T10:00:00Z'))).toBe('2017-05-03T01:00:00.000Z');
});
