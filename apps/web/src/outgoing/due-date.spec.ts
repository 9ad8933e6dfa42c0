import { expect, it } from 'vitest';
import { dateOf } from './due-date.js';

it('reads a day as people type it, and no day that does not exist', () => {
  expect(dateOf('7/12/2017')).toBe('2017-12-07');
  expect(dateOf('07-12-2017')).toBe('2017-12-07');
  expect(dateOf(' 29/02/2024 ')).toBe('2024-02-29');
  expect(dateOf('29/02/2023')).toBeNull();
  expect(dateOf('31/04/2024')).toBeNull();
  expect(dateOf('tháng 12')).toBeNull();
});
