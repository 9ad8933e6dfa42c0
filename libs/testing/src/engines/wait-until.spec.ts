import { describe, expect, it } from 'vitest';
import { waitUntil } from './wait-until.js';

describe('waiting', () => {
  it('ends with the first yes, and takes errors for a no', async () => {
    let asked = 0;
    await waitUntil('three questions', 10_000, async () => {
      asked += 1;
      if (asked === 1) {
        throw new Error('not yet');
      }
      return asked === 3;
    });
    expect(asked).toBe(3);
  });

  it('tells what was waited for and the last error when the time is up', async () => {
    const never = waitUntil('the impossible', 60, () => Promise.reject(new Error('no such thing')));
    await expect(never).rejects.toThrow('in vain: the impossible. (Error: no such thing)');
  });

  it('gives up at once when there is nothing to wait for', async () => {
    const hopeless = waitUntil(
      'a dead program',
      600_000,
      async () => false,
      () => {
        throw new Error('it has ended');
      },
    );
    await expect(hopeless).rejects.toThrow('it has ended');
  });
});
