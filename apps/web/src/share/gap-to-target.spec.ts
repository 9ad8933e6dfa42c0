import { expect, it } from 'vitest';
import { gapToTarget } from './gap-to-target.js';

it('says that nothing is missing only when the target is reached', () => {
  expect(gapToTarget(0.8, 0.8)).toBe(0);
  expect(gapToTarget(0.9, 0.8)).toBe(0);
  expect(gapToTarget(0.79999, 0.8)).toBe(0.1);
  expect(gapToTarget(0.6, 0.8)).toBe(20);
});
