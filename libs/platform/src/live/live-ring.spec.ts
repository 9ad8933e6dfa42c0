import { describe, expect, it } from 'vitest';
import { LiveRing } from './live-ring.js';

const notice = (eventId: string) => ({ eventId, agencyId: null, topic: 'arrivals', id: null }) as const;

describe('the ring of live notices', () => {
  it('gives what came after one of them, and nothing for one that it does not know', () => {
    const ring = new LiveRing();
    ['a', 'b', 'c'].forEach((id) => ring.push(notice(id)));
    expect(ring.after('a')?.map(({ eventId }) => eventId)).toEqual(['b', 'c']);
    expect(ring.after('c')).toEqual([]);
    expect(ring.after('z')).toBeUndefined();
    expect(ring.after(undefined)).toBeUndefined();
    expect(ring.latest).toBe('c');
  });

  it('forgets the oldest beyond its size, and all of them once it may have missed one', () => {
    const ring = new LiveRing(3);
    Array.from({ length: 10 }, (_, index) => ring.push(notice(String(index))));
    expect(ring.after('0')).toBeUndefined();
    expect(ring.after('8')?.map(({ eventId }) => eventId)).toEqual(['9']);
    ring.clear();
    expect(ring.after('9')).toBeUndefined();
    expect(ring.latest).toBeUndefined();
  });
});
