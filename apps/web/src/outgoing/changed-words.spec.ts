import { describe, expect, it } from 'vitest';
import { changedWords, sideOf } from './changed-words.js';

const marked = (before: string, after: string): string =>
  changedWords(before, after)
    .map(({ text, change }) => (change === 'same' ? text : `${change === 'added' ? '+' : '-'}[${text.trim()}]`))
    .join('|');

describe('the changed words of a text', () => {
  it('are marked whole, with their diacritics', () => {
    expect(marked('Về việc ban hành quy chế', 'Về việc sửa đổi quy chế')).toBe(
      'Về việc |-[ban hành]|+[sửa đổi]|quy chế',
    );
  });

  it('are none where only the form of letters or spaces differs', () => {
    expect(marked('Quy chế làm  việc', 'Quy chế làm việc '.normalize('NFD'))).not.toMatch(/[+-]\[/);
  });

  it('are all of a text that came or went', () => {
    expect(marked('', 'thêm mới')).toBe('+[thêm mới]');
    expect(marked('bỏ đi', '')).toBe('-[bỏ đi]');
    expect(marked('', '')).toBe('');
  });

  it('stand on their own side alone', () => {
    const parts = changedWords('một hai', 'một ba');
    expect(sideOf(parts, 'before').map(({ text }) => text)).toEqual(['một ', 'hai']);
    expect(sideOf(parts, 'after').map(({ text }) => text)).toEqual(['một ', 'ba']);
  });
});
