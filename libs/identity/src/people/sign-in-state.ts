import type { SignInState } from '#contracts';

interface Facts {
  readonly isDisabled: boolean;
  /** Whether any post is held today. */
  readonly holdsToday: boolean;
  readonly hasPassword: boolean;
  /** Whether an account at the identity provider is theirs. */
  readonly isLinked: boolean;
}

/** Whether somebody could sign in now; the first thing that stands in the way, otherwise. */
export function signInState({ isDisabled, holdsToday, hasPassword, isLinked }: Facts): SignInState {
  if (isDisabled) {
    return 'disabled';
  }
  if (!holdsToday) {
    return 'no-post';
  }
  if (hasPassword) {
    return 'ready';
  }
  return isLinked ? 'single-sign-on' : 'no-password';
}

/** Whether an account at the identity provider is that of `person`, as a condition. */
export const isLinked = 'EXISTS (SELECT FROM person_identities WHERE person_id = person.id)';
