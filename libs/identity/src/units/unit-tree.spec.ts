import { describe, expect, it } from 'vitest';
import { mayStandUnder } from './unit-tree.js';

const units = [
  { id: 'office', parentId: null },
  { id: 'clerks', parentId: 'office' },
  { id: 'archive', parentId: 'clerks' },
];

describe('the tree of units', () => {
  it('lets a unit stand right under the agency, or under another unit', () => {
    expect(mayStandUnder(units, 'archive', null)).toBe(true);
    expect(mayStandUnder(units, 'archive', 'office')).toBe(true);
    expect(mayStandUnder(units, null, 'archive')).toBe(true);
  });

  it('lets no unit stand under itself or under one below it', () => {
    expect(mayStandUnder(units, 'office', 'office')).toBe(false);
    expect(mayStandUnder(units, 'office', 'archive')).toBe(false);
  });

  it('knows no unit of another agency', () => {
    expect(mayStandUnder(units, null, 'elsewhere')).toBe(false);
  });
});
