import { describe, expect, it } from 'vitest';
import { OwnSearches } from './own-searches.js';

describe('what a search box has asked for', () => {
  it('comes back late without being a change by something else', () => {
    const own = new OwnSearches();
    own.ask('so', '');
    own.ask('so noi', '');
    expect(own.hasAskedFor('so')).toBe(true);
    expect(own.hasAskedFor('so noi')).toBe(true);
  });

  it('may be passed over by what was asked for after it, and is then no longer its own', () => {
    const own = new OwnSearches();
    own.ask('so', '');
    own.ask('so noi', '');
    expect(own.hasAskedFor('so noi')).toBe(true);
    expect(own.hasAskedFor('so')).toBe(false);
  });

  it('is not what a saved view asks for', () => {
    const own = new OwnSearches();
    own.ask('so', '');
    expect(own.hasAskedFor('so')).toBe(true);
    expect(own.hasAskedFor('ke hoach')).toBe(false);
  });

  it('is nothing when the letters are those that stand there already, also after a way there and back', () => {
    const own = new OwnSearches();
    own.ask('so', 'so');
    expect(own.hasAskedFor('so')).toBe(false);
    own.ask('s', 'so');
    own.ask('so', 'so');
    expect(own.hasAskedFor('s')).toBe(true);
    expect(own.hasAskedFor('so')).toBe(true);
    expect(own.hasAskedFor('so')).toBe(false);
  });
});
