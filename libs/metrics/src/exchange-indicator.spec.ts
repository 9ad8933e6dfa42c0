import { describe, expect, it } from 'vitest';
import { type AgencyLevel, agencyLevels, type ShareIndicator } from '#contracts';
import { indicatorOf } from './exchange-indicator.js';

const submitted = 'submitted-to-province';
const exchanged = 'exchanged-between-agencies';

describe('an exchange belongs to', () => {
  it.each<[AgencyLevel, AgencyLevel, ShareIndicator | null]>([
    ['department', 'province', submitted],
    ['district', 'province-office', submitted],
    ['commune', 'province', submitted],
    ['subordinate', 'province-office', submitted],
    ['external', 'province', submitted],
    ['province-office', 'province', null],
    ['province', 'province-office', null],
    ['province', 'department', null],
    ['province-office', 'district', null],
    ['department', 'department', exchanged],
    ['department', 'equivalent-agency', exchanged],
    ['equivalent-agency', 'district', exchanged],
    ['district', 'district', exchanged],
    ['district', 'department', exchanged],
    ['department', 'commune', null],
    ['commune', 'district', null],
    ['department', 'subordinate', null],
    ['external', 'department', null],
    ['department', 'external', null],
  ])('from %s to %s: %s', (sender, recipient, indicator) => {
    expect(indicatorOf(sender, recipient)).toBe(indicator);
  });

  it('the first indicator wherever an agency outside the province level writes to it', () => {
    const submitting = agencyLevels.filter((sender) => indicatorOf(sender, 'province') === submitted);
    expect(submitting).toEqual(agencyLevels.filter((level) => level !== 'province' && level !== 'province-office'));
  });
});
