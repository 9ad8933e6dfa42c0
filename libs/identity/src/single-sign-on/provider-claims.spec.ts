import { describe, expect, it } from 'vitest';
import { matchOf, provesSecondFactor } from './provider-claims.js';

const somebody = { iss: 'https://provider.example', sub: '17' };

describe('what somebody is found by', () => {
  it('is the e-mail that the provider has verified, in any case', () => {
    const claims = { ...somebody, email: ' An@HoaBinh.gov.vn ', email_verified: true };
    expect(matchOf(claims, 'email')).toEqual({ column: 'email', value: 'an@hoabinh.gov.vn' });
  });

  it.each([undefined, false, 'true', 1])('is no e-mail whose verification is %j', (verified) => {
    const claims = { ...somebody, email: 'an@hoabinh.gov.vn', email_verified: verified };
    expect(() => matchOf(claims, 'email')).toThrow('unverified-email');
  });

  it('is the user name, where the settings name another claim', () => {
    const claims = { ...somebody, preferred_username: 'VanThu.SNV' };
    expect(matchOf(claims, 'preferred_username')).toEqual({ column: 'user_name', value: 'vanthu.snv' });
  });

  it.each([undefined, '', ' ', 7, ['an@hoabinh.gov.vn'], null])('is nothing for %j', (value) => {
    expect(() => matchOf({ ...somebody, email: value, email_verified: true }, 'email')).toThrow('no-claim');
  });
});

describe('a second factor at the provider', () => {
  it('counts only when the token says so in the word of the settings', () => {
    expect(provesSecondFactor({ ...somebody, amr: ['pwd', 'mfa'] }, 'mfa')).toBe(true);
    expect(provesSecondFactor({ ...somebody, acr: 'mfa' }, 'mfa')).toBe(true);
    expect(provesSecondFactor({ ...somebody, amr: ['pwd'], acr: '1' }, 'mfa')).toBe(false);
    expect(provesSecondFactor({ ...somebody, amr: 'not mfa' }, 'mfa')).toBe(false);
    expect(provesSecondFactor({ ...somebody, amr: ['mfa'] }, undefined)).toBe(false);
    expect(provesSecondFactor(somebody, 'mfa')).toBe(false);
  });
});
