import type { SignInState } from '#contracts';

interface Facts {
  readonly isDisabled: boolean;
  /** Whether any post is held today. */
  readonly holdsToday: boolean;
  readonly hasPassword: boolean;
}

/** Whether somebody could sign in now; the first thing that stands in the way, otherwise. */
export function signInState({ isDisabled, holdsToday, hasPassword }: Facts): SignInState {
  if (isDisabled) {
    return 'disabled';
  }
  if (!holdsToday) {
    return 'no-post';
  }
  return hasPassword ? 'ready' : 'no-password';
}
