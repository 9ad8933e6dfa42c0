import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachedCodes, stateFrom } from './delivery-tracking.js';

const at = (minute: number): Date => new Date(Date.UTC(2017, 0, 3, 1, minute));
const events = (...codes: string[]) => codes.map((code, index) => ({ code, occurredAt: at(index) }));

describe('the state of a delivery', () => {
  it.each([
    [['01'], 'arrived'],
    [['01', '03'], 'accepted'],
    [['01', '02'], 'refused'],
    [['01', '03', '04', '05', '06'], 'completed'],
  ] as const)('after %j is %s', (codes, state) => {
    expect(stateFrom(events(...codes))?.state).toBe(state);
  });

  it('does not go back when an older event comes late', () => {
    expect(
      stateFrom([
        { code: '03', occurredAt: at(5) },
        { code: '01', occurredAt: at(1) },
      ]),
    ).toEqual({
      state: 'accepted',
      at: at(5),
    });
  });

  it('is not changed by a code that we do not know', () => {
    expect(stateFrom(events('01', '09'))?.state).toBe('arrived');
    expect(stateFrom(events('09'))).toBeUndefined();
  });

  it('is not moved by an opening, which reaches nobody by itself', () => {
    expect(stateFrom(events('01', 'opened'))?.state).toBe('arrived');
    expect(stateFrom(events('opened'))).toBeUndefined();
    expect(reachedCodes.has('opened')).toBe(false);
  });

  it('is the same in whatever order the same events come', () => {
    const code = fc.constantFrom('01', '02', '03', '04', '05', '06', '09', '13', 'sent', 'opened');
    const event = fc.record({ code, occurredAt: fc.integer({ min: 0, max: 59 }).map(at) });
    const shuffled = fc
      .array(event, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(stateFrom(other)).toEqual(stateFrom(one));
      }),
    );
  });
});
