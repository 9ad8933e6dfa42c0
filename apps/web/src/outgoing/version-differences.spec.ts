import { describe, expect, it } from 'vitest';
import { listDifferences } from './version-differences.js';

const file = (name: string, detail: string) => ({ name, detail });

describe('the lists of two versions', () => {
  it('show what came, went, changed and stayed, each by its name', () => {
    const before = [file('dự thảo.pdf', 'a'), file('phụ lục.xlsx', 'b'), file('cũ.docx', 'c')];
    const after = [file('phụ lục.xlsx', 'b'), file('dự thảo.pdf', 'd'), file('mới.pdf', 'e')];
    expect(listDifferences(before, after)).toEqual([
      { name: 'phụ lục.xlsx', before: 'b', after: 'b', change: 'same' },
      { name: 'dự thảo.pdf', before: 'a', after: 'd', change: 'changed' },
      { name: 'mới.pdf', before: null, after: 'e', change: 'added' },
      { name: 'cũ.docx', before: 'c', after: null, change: 'removed' },
    ]);
  });

  it('show other bytes under the same name at the same place as a change', () => {
    const one = { name: 'dự thảo.pdf', detail: 'Văn bản chính', mark: 'a' };
    expect(listDifferences([one], [{ ...one, mark: 'b' }])).toMatchObject([{ change: 'changed' }]);
    expect(listDifferences([one], [one])).toMatchObject([{ change: 'same' }]);
  });

  it('of nothing are nothing', () => {
    expect(listDifferences([], [])).toEqual([]);
  });
});
