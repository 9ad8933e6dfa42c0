import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { newTotpSecret, stepOf, totpUri } from './totp.js';

/** The secret of RFC 6238, Appendix B, in base 32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);
const codeAt = (seconds: number): string => generateSync({ secret, epoch: seconds });

describe('a code of an app', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at second %i is the one of the standard', (second, code) => {
    expect(stepOf(code, secret, at(second))).toBe(Math.floor(second / 30));
  });

  it('is taken one step early or late, and tells whose step it is', () => {
    const now = 1_800_000_015;
    const step = Math.floor(now / 30);
    expect([-30, 0, 30].map((off) => stepOf(codeAt(now + off), secret, at(now)))).toEqual([step - 1, step, step + 1]);
  });

  it.each([-60, 60])('is refused %i seconds off', (off) => {
    const now = 1_800_000_015;
    expect(stepOf(codeAt(now + off), secret, at(now))).toBeUndefined();
  });

  it('of another secret is refused', () => {
    const now = 1_800_000_015;
    expect(stepOf(generateSync({ secret: newTotpSecret(), epoch: now }), secret, at(now))).toBeUndefined();
  });
});

describe('a new secret', () => {
  it('has 160 bits and is never the same', () => {
    const secrets = new Set(Array.from({ length: 20 }, newTotpSecret));
    expect(secrets.size).toBe(20);
    expect([...secrets].every((one) => /^[A-Z2-7]{32}$/.test(one))).toBe(true);
  });

  it('is written as apps read it, with the name of the system and of the person', () => {
    const uri = new URL(totpUri('vanthu.snv', secret));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Văn Thư:vanthu.snv');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(uri.searchParams.get('issuer')).toBe('Văn Thư');
  });
});
