import { expect, it } from 'vitest';
import { signInState } from './sign-in-state.js';

const ready = { isDisabled: false, holdsToday: true, hasPassword: true, isLinked: true };

it.each([
  ['ready', {}],
  ['ready', { isLinked: false }],
  ['single-sign-on', { hasPassword: false }],
  ['no-password', { hasPassword: false, isLinked: false }],
  ['no-post', { holdsToday: false, hasPassword: false }],
  ['disabled', { isDisabled: true, holdsToday: false }],
] as const)('the sign-in of somebody is %s: %j', (state, facts) => {
  expect(signInState({ ...ready, ...facts })).toBe(state);
});
