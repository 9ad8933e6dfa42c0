import { expect, it } from 'vitest';
import { fileSizeInWords } from './file-size.js';

it.each([
  [0, '0 byte'],
  [1023, '1023 byte'],
  [100_000, '97.7 kB'],
  [5 * 1024 ** 2, '5 MB'],
  [2_147_483_648, '2 GB'],
])('%d bytes are %s', (bytes, words) => {
  expect(fileSizeInWords(bytes)).toBe(words);
});
