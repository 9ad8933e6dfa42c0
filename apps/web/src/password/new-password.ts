/** Of the contract of every route that takes a new password. */
export const leastPassword = 12;

export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

export const noNewPassword: NewPassword = { password: '', again: '' };

type Fault = 'missing' | 'short' | 'differs';

/** What is wrong before it is sent; how strong it is, the server decides. */
export function faultsInNewPassword({ password, again }: NewPassword): Partial<Record<keyof NewPassword, Fault>> {
  if (password === '') {
    return { password: 'missing' };
  }
  return {
    ...(password.normalize('NFC').length < leastPassword && { password: 'short' as const }),
    ...(again !== password && { again: 'differs' as const }),
  };
}
