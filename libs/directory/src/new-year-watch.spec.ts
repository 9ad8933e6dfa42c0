import { expect, it } from 'vitest';
import { yearsToWatch } from './new-year-watch.js';

it.each([
  ['2026-01-01', [2026]],
  ['2026-02-28', [2026]],
  ['2028-02-29', [2028]],
  ['2026-03-01', []],
  ['2026-09-30', []],
  ['2026-10-01', [2027]],
  ['2026-12-31', [2027]],
])('on %s the days of Tết of %j should be known', (today, years) => {
  expect(yearsToWatch(today)).toEqual(years);
});
