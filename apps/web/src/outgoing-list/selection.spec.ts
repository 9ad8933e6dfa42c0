import { describe, expect, it } from 'vitest';
import { added, mostSelected, nothingSelected, reachedTo, toggled, without } from './selection.js';

const shown = ['a', 'b', 'c', 'd', 'e'];
const idsOf = ({ ids }: { ids: ReadonlySet<string> }): string[] => [...ids];

describe('the selection of a list', () => {
  it('takes one in and lets it go again', () => {
    const one = toggled(nothingSelected, 'a');
    expect(idsOf(one)).toEqual(['a']);
    expect(idsOf(toggled(one, 'a'))).toEqual([]);
  });

  it('reaches from the last one touched, upwards and downwards, and keeps what was chosen', () => {
    const first = toggled(toggled(nothingSelected, 'e'), 'b');
    expect(idsOf(reachedTo(first, 'd', shown))).toEqual(['e', 'b', 'c', 'd']);
    expect(idsOf(reachedTo(first, 'a', shown))).toEqual(['e', 'b', 'a']);
  });

  it('reaches one alone when nothing was touched, or when the last one is no longer shown', () => {
    expect(idsOf(reachedTo(nothingSelected, 'c', shown))).toEqual(['c']);
    expect(idsOf(reachedTo({ ids: new Set(), last: 'gone' }, 'c', shown))).toEqual(['c']);
  });

  it('holds no more than one wish takes', () => {
    const many = Array.from({ length: mostSelected + 20 }, (_, index) => String(index));
    const full = added(nothingSelected, many);
    expect(full.ids.size).toBe(mostSelected);
    expect(toggled(full, 'one more').ids.size).toBe(mostSelected);
    expect(toggled(full, '0').ids.size).toBe(mostSelected - 1);
  });

  it('keeps what was refused', () => {
    expect(idsOf(without({ ids: new Set(['a', 'b']), last: 'b' }, new Set(['a'])))).toEqual(['b']);
  });
});
