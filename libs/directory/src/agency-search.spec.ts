import { describe, expect, it } from 'vitest';
import { agencyPatterns } from './agency-search.js';

describe('the words of a search for an agency', () => {
  it('are found without diacritics, short ones only where a word begins', () => {
    expect(agencyPatterns('  Sở NỘI vụ ')).toEqual(['%noi%', '% so%', '% vu%']);
  });

  it('are taken literally, once each, and no more than a name has', () => {
    expect(agencyPatterns('50%_ 50%_')).toEqual(['%50\\%\\_%']);
    expect(agencyPatterns(Array.from({ length: 40 }, (_, word) => `w${word}`).join(' '))).toHaveLength(12);
    expect(agencyPatterns('   ')).toEqual([]);
  });
});
