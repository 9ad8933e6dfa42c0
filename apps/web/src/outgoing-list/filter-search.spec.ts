import { describe, expect, it } from 'vitest';
import { filterIn, isNarrowed } from './filter-search.js';

describe('the filter in an address', () => {
  it('is read key by key, and what is none of ours is left out', () => {
    const filter = {
      state: 'sent',
      urgency: 'express',
      delivery: 'refused',
      late: 'yes',
      typeCode: 'cong-van',
      to: '2017-05-02',
    };
    expect(filterIn({ ...filter, box: 'all', other: 'x' })).toEqual(filter);
    expect(filterIn({ state: 'gone', urgency: 1, delivery: '', late: 'no', typeCode: '' })).toEqual({});
  });

  it('says whether it narrows anything', () => {
    expect(isNarrowed({})).toBe(false);
    expect(isNarrowed({ late: 'yes' })).toBe(true);
  });
});
