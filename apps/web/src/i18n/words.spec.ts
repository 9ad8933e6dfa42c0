import { describe, expect, it } from 'vitest';
import { en } from './en/index.js';
import { vi } from './vi/index.js';

const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.spec.ts', '!./vi/**', '!./en/**', '!../api/schema.d.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? keysOf(value as object, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function placeholders(words: object, key: string): string[] {
  const sentence = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words);
  return [...JSON.stringify(sentence).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();
}

/** Keys named in full, and patterns of those whose last parts are a variable. */
function namedIn(text: string): RegExp[] {
  return [...text.matchAll(/['`]([a-z]\w*\.[^'`\s]*)['`]/g)].map(([, key = '']) => {
    const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll(/[.*+?^()|[\]\\]/g, String.raw`\$&`));
    return new RegExp(`^${parts.join('[\\w-]+')}$`);
  });
}

const keys = keysOf(vi);
const used = sources.flatMap(([, text]) => namedIn(text));

describe('the words of the application', () => {
  it('has every sentence in both languages', () => {
    expect(keysOf(en)).toEqual(keys);
  });

  it('fills the same places in both languages', () => {
    for (const key of keys) {
      expect(placeholders(en, key), key).toEqual(placeholders(vi, key));
    }
  });

  it('says nothing that no page uses', () => {
    expect(keys.filter((key) => !used.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('leaves no sentence empty', () => {
    for (const words of [vi, en]) {
      expect(JSON.stringify(words)).not.toContain('""');
    }
  });

  it('sees the sources that it judges', () => {
    expect(sources.length).toBeGreaterThan(60);
  });
});
