import { describe, expect, it } from 'vitest';
import { monthsBetween, searchedWords, wordPatternsOf, wordsQueries } from './register-words.js';

describe('the words of a search in the register', () => {
  it.each([
    ['Mùa xuân', ['mua'], 'xuan'],
    ['05/QĐ', ['05', 'qd'], null],
    ['“Tết trồng cây”, 2018', ['tet', 'trong', 'cay'], '2018'],
    ['ve ve ve', ['ve'], null],
    ["o'clock \\m ' & |", ['o', 'clock', 'm'], null],
  ])('are cut out of %j without signs, the last one perhaps typed in part only', (search, whole, begun) => {
    expect(searchedWords(search)).toEqual({ whole, begun });
  });

  it.each(['', ' ', '/ – …'])('are none in %j', (search) => {
    expect(searchedWords(search)).toBeNull();
  });

  it('become patterns of a text and a question to the index of some months', () => {
    const words = { whole: ['mua'], begun: 'xua' };
    expect(wordPatternsOf(words)).toEqual(['\\mmua\\M', '\\mxua']);
    const book = { agencyId: '01a205d6-51b5-7097-9e1d-f0f2900d930e', year: 2017 };
    expect(wordsQueries(words, book, [12, 1])).toEqual([
      "'f0f2900d930e201712mua' & 'f0f2900d930e201712xua':*",
      "'f0f2900d930e201701mua' & 'f0f2900d930e201701xua':*",
    ]);
  });
});

describe('the months of a search', () => {
  it.each([
    [undefined, undefined, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['2017-03-31', '2017-05-01', [5, 4, 3]],
    ['2016-12-01', '2017-01-15', [1]],
    ['2018-01-01', undefined, []],
  ])('from %s to %s are the latest first', (from, to, months) => {
    expect(monthsBetween(2017, from, to)).toEqual(months);
  });
});
