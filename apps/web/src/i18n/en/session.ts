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
};
