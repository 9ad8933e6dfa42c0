import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.js';

describe('canonicalJson', () => {
  it('gives the same text for the same value, whatever the order of the keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'Đ' })).toBe(canonicalJson({ a: 'Đ', b: [{ c: null, d: 1 }] }));
  });

  it('keeps the order of lists and leaves out what is undefined', () => {
    expect(canonicalJson({ list: [2, 1], none: undefined })).toBe('{"list":[2,1]}');
  });
});
