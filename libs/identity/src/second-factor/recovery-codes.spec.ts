import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, recoveryCodeDigest } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten, each another, without letters that look like digits', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^(?:[A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
    }
  });

  it('are the same code in small letters, without hyphens and with spaces', () => {
    const digest = recoveryCodeDigest('ABCD-EFGH-JKLM-2345');
    expect(recoveryCodeDigest(' abcd efgh jklm 2345 ')).toBe(digest);
    expect(recoveryCodeDigest('ABCDEFGHJKLM2345')).toBe(digest);
    expect(recoveryCodeDigest('ABCD-EFGH-JKLM-2346')).not.toBe(digest);
  });
});
