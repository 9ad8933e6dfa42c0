import { expect, it } from 'vitest';
import { languageOf } from './request-context.js';

it.each([
  [undefined, 'vi'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['vi,en;q=0.8', 'vi'],
  ['en;q=0.5, vi-VN;q=0.9', 'vi'],
  ['fr, en;q=0.3', 'en'],
  ['de', 'vi'],
])('for Accept-Language %j answers in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
