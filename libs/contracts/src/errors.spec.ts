import { describe, expect, it } from 'vitest';
import { errorCatalogue, languages, sentence } from './errors.js';

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();

describe('the catalogue of errors', () => {
  it.each(Object.entries(errorCatalogue))('tells %s in every language with the same params', (_code, text) => {
    for (const language of languages) {
      expect(text.title[language].trim()).not.toBe('');
      expect(text.detail[language].trim()).not.toBe('');
      expect(placeholders(text.detail[language])).toEqual(placeholders(text.detail.vi));
    }
    expect(text.status).toBeGreaterThanOrEqual(400);
  });

  it('lets no file name turn the rest of the sentence round', () => {
    expect(sentence('{fileName} is refused', { fileName: 'a\u202Etxt.pdf\u2066' })).toBe('atxt.pdf is refused');
  });

  it('puts the params into the sentence', () => {
    expect(sentence(errorCatalogue['document.already-issued'].detail.en, { symbol: '05/QĐ-SNV' })).toContain(
      '05/QĐ-SNV',
    );
  });
});
