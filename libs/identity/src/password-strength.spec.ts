import { describe, expect, it } from 'vitest';
import { checkStrength } from './password-strength.js';

const names = ['Đỗ Thu Ngân', 'vanthu.snv', 'Sở Nội vụ', 'SNV'];

describe('the strength of a password', () => {
  it.each([
    ['matkhau123456', 'guessable'],
    ['password123456', 'common'],
    ['aaaaaaaaaaaaaaaa', 'repeat'],
    ['chimchimchimchim', 'repeat'],
    ['07/12/2017 07/12/2017', 'repeat'],
    ['abcdefghijklmnop', 'sequence'],
    ['qwertyuiopasdf', 'common'],
    ['Đỗ Thu Ngân 1985', 'personal'],
    ['vanthu.snv.2017', 'personal'],
    ['Sởnộivụ@2024', 'personal'],
    ['mật khẩu 2017', 'guessable'],
    ['Vietnam@12345', 'guessable'],
    ['UBND Hòa Bình', 'guessable'],
    ['Ủy ban nhân dân tỉnh', 'guessable'],
  ])('of %s is refused as %s', async (password, weakness) => {
    await expect(checkStrength(password, names)).rejects.toMatchObject({
      code: 'password.too-weak',
      params: { weakness },
    });
  });

  it.each([
    'mường bi mùa lúa chín',
    'muong bi mua lua chin som',
    'mường-bi-2017-thử',
    'kX9#mQ2$vL8pRz',
    'bốn con trâu lội suối Bôi',
  ])('of %s is enough', async (password) => {
    await expect(checkStrength(password, names)).resolves.toBeUndefined();
  });

  it.each(['a4@4@'.repeat(40), 'p4$$w0rd'.repeat(25), '1@3$!0|7'.repeat(25), '1990-12-31'.repeat(20)])(
    'of %.8s…, made to be slow, is judged in less than a second',
    async (password) => {
      const began = performance.now();
      await checkStrength(password, names).catch(() => undefined);
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );
});
