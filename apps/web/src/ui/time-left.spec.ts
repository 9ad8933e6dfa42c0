import { describe, expect, it } from 'vitest';
import { timeLeft } from './time-left.js';

const due = '2026-02-23T10:00:00.000Z';
const at = (time: string): Date => new Date(`2026-02-23T${time}Z`);

describe('a deadline of hours', () => {
  it('is calm, then warns in the last two hours, and is late only when it has passed', () => {
    expect(timeLeft(due, at('07:59:59'))).toEqual({ tone: 'calm' });
    expect(timeLeft(due, at('08:00:00'))).toEqual({ tone: 'warning', hours: 2, minutes: 0 });
    expect(timeLeft(due, at('08:40:00'))).toEqual({ tone: 'warning', hours: 1, minutes: 20 });
    expect(timeLeft(due, at('10:00:00'))).toEqual({ tone: 'warning', hours: 0, minutes: 0 });
    expect(timeLeft(due, at('10:00:01'))).toEqual({ tone: 'late' });
  });

  it('never says that nothing is left while seconds are', () => {
    expect(timeLeft(due, at('09:59:30'))).toEqual({ tone: 'warning', hours: 0, minutes: 1 });
  });
});
