import { describe, expect, it } from 'vitest';
import type { DeliveryState } from '../api/types.js';
import { stepsOf } from './delivery-steps-of.js';

const event = (code: string, hour: string) => ({
  code,
  occurredAt: `2026-03-05T${hour}:00:00.000Z`,
  actor: null,
  note: null,
});
const words = (state: DeliveryState, codes: readonly string[]) =>
  stepsOf({ state, events: codes.map((code, index) => event(code, `0${index}`)) }).map(
    (step) => `${step.key} ${step.state} ${step.at?.slice(11, 13) ?? '–'}`,
  );

describe('the steps of a delivery', () => {
  it('are done as far as its state says, with the times of their events', () => {
    expect(words('arrived', ['sent', '01'])).toEqual([
      'sent done 00',
      'arrived done 01',
      'accepted current –',
      'handled to-come –',
      'completed to-come –',
    ]);
  });

  it('that the recipient left out are done without a time', () => {
    expect(words('completed', ['sent', '01', '03', '06'])).toEqual([
      'sent done 00',
      'arrived done 01',
      'accepted done 02',
      'handled done –',
      'completed done 03',
    ]);
  });

  it('begin with the sending while it waits in the queue', () => {
    expect(words('queued', ['sent'])[0]).toBe('sent current –');
  });

  it.each(['on-paper', 'refused', 'given-up', 'replaced', 'recalled'] as const)('are none for %s', (state) => {
    expect(words(state, ['sent'])).toEqual([]);
  });
});
