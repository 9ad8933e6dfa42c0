import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFits } from './password.js';

describe('a password', () => {
  it('is kept as argon2id with 64 MiB and three passes', async () => {
    expect(await hashPassword('một mật khẩu dài')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it('fits its own hash and no other', async () => {
    const stored = await hashPassword('một mật khẩu dài');
    expect(await passwordFits(stored, 'một mật khẩu dài')).toBe(true);
    expect(await passwordFits(stored, 'mot mat khau dai')).toBe(false);
  });

  it('fits however the keyboard composes its letters', async () => {
    expect(await passwordFits(await hashPassword('mật khẩu'.normalize('NFD')), 'mật khẩu'.normalize('NFC'))).toBe(true);
  });

  it('never fits where there is none', async () => {
    expect(await passwordFits(undefined, 'a password that nobody has')).toBe(false);
    expect(await passwordFits(null, '')).toBe(false);
  });
});
