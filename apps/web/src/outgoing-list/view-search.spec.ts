import { describe, expect, it } from 'vitest';
import { searchOf, shownIn } from './view-search.js';

describe('a saved view', () => {
  it('holds what the address shows but whose register it is, and leads back there', () => {
    const wanted = { box: 'sent', search: 'khen thưởng', delivery: 'refused', late: 'yes' } as const;
    const view = shownIn({ ...wanted, agencyId: 'other' });
    expect(view).toEqual({ box: 'sent', filter: { search: 'khen thưởng', delivery: 'refused', late: 'yes' } });
    expect(searchOf(view)).toEqual(wanted);
  });

  it('is of the whole list when the address names no box', () => {
    expect(shownIn({})).toEqual({ box: 'all', filter: {} });
  });
});
