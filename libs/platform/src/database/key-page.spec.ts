import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, toPage, wordPatterns } from './key-page.js';

describe('key pages', () => {
  it('say where the next page begins, and nothing after the last', () => {
    const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const page = toPage(
      rows,
      2,
      (row) => [row.id],
      (row) => row.id,
    );
    expect(page.items).toEqual(['a', 'b']);
    expect(decodeCursor(page.next ?? undefined, 1)).toEqual(['b']);
    expect(
      toPage(
        rows.slice(0, 2),
        2,
        (row) => [row.id],
        (row) => row.id,
      ).next,
    ).toBeNull();
  });

  it.each(['', '!', encodeCursor(['a', 'b']), Buffer.from('{}').toString('base64url')])(
    'refuse the cursor %j',
    (cursor) => {
      expect(() => decodeCursor(cursor, 1)).toThrow('request.invalid');
    },
  );
});

describe('search patterns', () => {
  it('ask for each word and take wildcards literally', () => {
    expect(wordPatterns('so 50%_\\')).toEqual(['%50\\%\\_\\\\%', '%so%']);
  });
});
