import { describe, expect, it } from 'vitest';
import { signInSearch } from './sign-in-search.js';

describe('the way back after sign-in', () => {
  it('is kept when it is a page of this site', () => {
    expect(signInSearch({ back: '/incoming?box=to-receive' })).toEqual({ back: '/incoming?box=to-receive' });
  });

  it.each(['//elsewhere.example', '/\t/elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example', '', 7])(
    'is dropped when it may lead away: %s',
    (back) => {
      expect(signInSearch({ back })).toEqual({});
    },
  );
});
