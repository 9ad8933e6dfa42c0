import { describe, expect, it } from 'vitest';
import { numberInWords, seriesOf } from './number-series.js';

describe('the sequence that a number is taken from', () => {
  it('is the same for all documents where the agency runs one', () => {
    expect([seriesOf('single', 'QĐ'), seriesOf('single', null)]).toEqual(['', '']);
  });

  it('is that of the abbreviation where each kind has its own', () => {
    expect([seriesOf('per-type', 'QĐ'), seriesOf('per-type', 'TB')]).toEqual(['QĐ', 'TB']);
  });

  it('is one for all types without an abbreviation, whose symbols would be alike', () => {
    expect(seriesOf('per-type', null)).toBe('-');
  });
});

describe('a number that no document has', () => {
  it.each([
    [5, '', '05'],
    [12, '', '12'],
    [5, 'QĐ', '05/QĐ'],
    [123, '-', '123'],
  ])('%d of “%s” reads %s', (number, series, words) => {
    expect(numberInWords(number, series)).toBe(words);
  });
});
