import { describe, expect, it } from 'vitest';
import { measured, secondsLeft, startSpeed } from './speed.js';

describe('the speed of an upload', () => {
  it('is unknown until something was measured', () => {
    expect(secondsLeft(startSpeed(0), 0, 1000)).toBeNull();
    expect(secondsLeft(measured(startSpeed(0), 50, 100), 50, 1000)).toBeNull();
  });

  it('tells how long the rest takes', () => {
    const speed = measured(startSpeed(0), 1000, 1000);
    expect(speed.bytesPerSecond).toBe(1000);
    expect(secondsLeft(speed, 1000, 5500)).toBe(5);
  });

  it('does not jump with one slow second', () => {
    const steady = measured(startSpeed(0), 1000, 1000);
    expect(measured(steady, 1100, 2000).bytesPerSecond).toBeCloseTo(730);
  });

  it('says nothing about a line that stands still', () => {
    const still = { bytesPerSecond: 0, at: 0, sent: 0 };
    expect(secondsLeft(still, 0, 100)).toBeNull();
  });
});
