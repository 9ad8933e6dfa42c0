import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as contracts from '#contracts';
import { pathsIn, readTableRows } from './markdown-table.js';
import { readSourceFiles } from './source-file.js';

describe('docs/annex-vi.md', () => {
  const rows = readTableRows(readFileSync('docs/annex-vi.md', 'utf8'));

  it('has the 81 items of the annex, each once', () => {
    expect(rows).toHaveLength(81);
    expect(new Set(rows.map(([id]) => id)).size).toBe(81);
  });

  it.each([
    ['I', 5],
    ['II', 8],
    ['III.1', 14],
    ['III.2', 3],
    ['III.3', 3],
    ['III.4', 7],
    ['III.5', 7],
    ['III.6', 11],
    ['III.7', 5],
    ['III.8', 3],
    ['IV', 9],
    ['V', 6],
  ])('has as many items in part %s as the annex', (part, count) => {
    expect(rows.filter(([id = '']) => new RegExp(`^${part}(?:\\.|[a-zđ]$)`).test(id))).toHaveLength(count);
  });

  it('says of each item whether it holds, and where that shows', () => {
    for (const [id, text, state, where] of rows) {
      expect(text, id).not.toBe('');
      expect(state, id).toMatch(/^`?(?:holds|partly|not yet)`?$/);
      expect(/holds|partly/.test(state ?? '') && where === '–', `${id} names its proof`).toBe(false);
    }
  });

  it('names only tests and screens that exist', () => {
    const missing = rows.flatMap(([id, , , where = '']) =>
      pathsIn(where).flatMap((path) => (existsSync(path) ? [] : [`${id}: ${path}`])),
    );
    expect(missing).toEqual([]);
  });
});

describe('docs/glossary.md', () => {
  const rows = readTableRows(readFileSync('docs/glossary.md', 'utf8'));
  const code = rows.map((row) => row[3] ?? '').join(' ');

  it('has a word in both languages, a meaning and a place for every term, and no term twice', () => {
    for (const row of rows) {
      expect(row, row[0]).toHaveLength(4);
      expect(
        row.filter((cell) => cell === ''),
        row[0],
      ).toEqual([]);
    }
    expect(rows.map(([english]) => english)).toHaveLength(new Set(rows.map(([english]) => english)).size);
  });

  it.each([
    ['urgencies', contracts.urgencies],
    ['agency levels', contracts.agencyLevels],
    ['roles', contracts.roles],
    ['document states', contracts.documentStates],
    ['exchange modes', contracts.exchangeModes],
    ['delivery states', contracts.deliveryStates],
    ['arrival states', contracts.arrivalStates],
    ['archive directions', contracts.archiveDirections],
    ['share indicators', contracts.shareIndicators],
  ])('explains all %s of the API', (_what, values) => {
    expect(values.filter((value) => !code.includes(`\`${value}\``))).toEqual([]);
  });
});

describe('what docs/glossary.md points at', () => {
  const places = readTableRows(readFileSync('docs/glossary.md', 'utf8')).map((row) => row[3] ?? '');
  const named = (pattern: RegExp): string[] =>
    places.flatMap((place) => [...place.matchAll(pattern)].flatMap((match) => match[1] ?? []));
  const migrations = readSourceFiles('.', ['db/migrations'])
    .map((file) => file.text)
    .join('\n');

  it('is a table that a migration makes', () => {
    const tables = named(/table `([a-z_]+)`/g);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((table) => !migrations.includes(`CREATE TABLE ${table} (`))).toEqual([]);
  });

  it('is a file of the libs', () => {
    const names = readSourceFiles('.', ['libs']).map((file) => file.path.split('/').at(-1));
    expect(named(/`([a-z0-9.-]+\.ts)`/g).filter((name) => !names.includes(name))).toEqual([]);
    expect(pathsIn(places.join(' ')).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('is every document type of the catalogue, and no other', () => {
    const rows = [...migrations.matchAll(/\('([a-z-]+)', '[^']+', (?:'[^']+'|NULL), \d+\)/g)];
    const types = rows.flatMap((match) => match[1] ?? []);
    expect(types).toHaveLength(29);
    expect(named(/type `([a-z-]+)`/g).toSorted()).toEqual(types.toSorted());
  });
});

describe('the reading of tables', () => {
  it('leaves heads and rules out and keeps every cell', () => {
    expect(readTableRows('# A\n\n| a | b |\n| --- | --- |\n| 1 | `x` |\n| 2 | – |\n')).toEqual([
      ['1', '`x`'],
      ['2', '–'],
    ]);
  });

  it('finds the paths of this repository', () => {
    expect(pathsIn('`test/a.spec.ts` and the screen `Hồ sơ`, `/api/v1`')).toEqual(['test/a.spec.ts']);
  });
});
