import { describe, expect, it } from 'vitest';
import { addressAfter, isLiveEvent, isResumed, staleKeysOf } from './live-events.js';

describe('live events', () => {
  it('make the lists of their topic stale, and the counts of the desk with them', () => {
    expect(staleKeysOf(['arrivals'])).toEqual(new Set(['arrivals', 'desk']));
    expect(staleKeysOf(['documents', 'share'])).toEqual(new Set(['documents', 'desk', 'share']));
  });

  it('of a kind that this page does not know are passed over', () => {
    expect(isLiveEvent({ topic: 'archive', id: null })).toBe(true);
    expect(isLiveEvent({ topic: 'weather', id: null })).toBe(false);
    expect(isLiveEvent({})).toBe(false);
    expect(isLiveEvent('archive')).toBe(false);
  });

  it('go on after the last one heard, or begin anew', () => {
    expect(addressAfter('')).toBe('/api/v1/events');
    expect(addressAfter('a b')).toBe('/api/v1/events?lastEventId=a+b');
    expect([{ resumed: true }, { resumed: false }, {}, null].map(isResumed)).toEqual([true, false, false, false]);
  });
});
