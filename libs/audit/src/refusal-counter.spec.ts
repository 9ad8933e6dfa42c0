import { expect, it } from 'vitest';
import { eachTold, RefusalCounter } from './refusal-counter.js';

it('lets each person’s first refusals of a minute be told, and counts the rest', () => {
  const counter = new RefusalCounter<string>();
  const told = Array.from({ length: eachTold + 5 }, () => counter.add('a', 'A')).filter(Boolean);
  expect(told).toHaveLength(eachTold);
  expect(counter.add('b', 'B')).toBe(true);
  expect(counter.takeSurplus()).toEqual([{ who: 'A', count: 5 }]);
});

it('begins anew after the surplus was taken', () => {
  const counter = new RefusalCounter<string>();
  for (let round = 0; round <= eachTold; round += 1) {
    counter.add('a', 'A');
  }
  counter.takeSurplus();
  expect(counter.add('a', 'A')).toBe(true);
  expect(counter.takeSurplus()).toEqual([]);
});
