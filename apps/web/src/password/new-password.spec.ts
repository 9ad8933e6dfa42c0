import { describe, expect, it } from 'vitest';
import { faultsInNewPassword } from './new-password.js';

const right = 'mường bi mùa lúa chín';

describe('a new password', () => {
  it('is sent when it is long enough and twice the same', () => {
    expect(faultsInNewPassword({ password: right, again: right })).toEqual({});
  });

  it('is asked for again when it is missing, short or differs', () => {
    expect(faultsInNewPassword({ password: '', again: '' })).toEqual({ password: 'missing' });
    expect(faultsInNewPassword({ password: 'ngắn quá', again: 'ngắn quá' })).toEqual({ password: 'short' });
    expect(faultsInNewPassword({ password: right, again: `${right} ` })).toEqual({ again: 'differs' });
  });

  it('counts letters, not the keys that they were typed with', () => {
    const short = 'mật khẩu đó'.normalize('NFD');
    expect(short.length).toBeGreaterThan(12);
    expect(faultsInNewPassword({ password: short, again: short })).toEqual({ password: 'short' });
  });
});
