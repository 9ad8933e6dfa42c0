import { describe, expect, it } from 'vitest';
import { stateFrom } from './delivery-tracking.js';

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
});
