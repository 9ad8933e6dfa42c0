import type { Translation } from '../words.js';
import type { session as vi } from '../vi/session.js';

export const session: Translation<typeof vi> = {
  title: 'Sign in',
  lead: 'Send, receive and archive electronic documents between state agencies.',
  userName: 'User name',
  password: 'Password',
  showPassword: 'Show or hide the password',
  signIn: 'Sign in',
  wait: 'Try again in {{seconds}} seconds',
  missingUserName: 'Please enter your user name.',
  missingPassword: 'Please enter your password.',
  forgotten: 'Forgotten your password?',
  setupNeeded: 'There is no administrator yet. Open the set-up link that the server printed when it started.',
  setupDone: 'Set-up is done. Sign in with the administrator’s account that you just made.',
  ended: 'Your session has ended',
  endedText: 'Sign in again to go on. What you wrote is still on the page.',
  someoneElse: 'Sign in as someone else',
  oneMoreStep: 'One more step',
  signedInAs: 'Welcome, {{name}}. After this step you can work.',
  unfinishedText: 'Finish this step to go on. What you wrote is still on the page.',
  leave: 'Leave and sign in later',
  or: 'or',
  singleSignOn: 'Sign in with {{name}}',
  notSignedOn: 'Sign-in failed',
  refused: {
    'provider-unreachable':
      'The identity provider does not answer. Please try again in a few minutes, or sign in with your password.',
    cancelled: 'The sign-in was cancelled at the identity provider. You can try again at any time.',
    'not-valid':
      'The answer of the identity provider is not valid. Please try again; if it stays so, tell the system administrator.',
    expired:
      'This sign-in is older than ten minutes, was used already, or began in another browser. Please press the button again.',
    'no-claim':
      'The identity provider does not tell your e-mail address. Please tell whoever manages your account there.',
    'unverified-email':
      'Your e-mail address has not been verified at the identity provider. Please verify it there, then sign in again.',
    'unknown-person':
      'Your account at the identity provider fits nobody here. Please ask the administrator of your agency to enter your right e-mail address in the list of people.',
    disabled: 'Your account here is disabled. Please ask the administrator of your agency.',
    'no-post': 'You hold no post in the system at present. Please ask the administrator of your agency.',
    'other-account':
      'You have signed in before with another account of the identity provider. If that account has changed, please ask the administrator of your agency to remove the old link.',
  },
};
