import type { Translation } from '../words.js';
import type { password as vi } from '../vi/password.js';

export const password: Translation<typeof vi> = {
  new: 'New password',
  newHint: 'At least {{least}} characters; a long sentence that you remember is best',
  again: 'New password again',
  fault: {
    missing: 'Please enter a new password.',
    short: 'The password needs at least {{least}} characters.',
    differs: 'The two entries differ.',
  },
  meter: 'How strong it is shows while you type.',
  strength: {
    veryWeak: 'Very easy to guess.',
    weak: 'Easy to guess.',
    almost: 'Almost strong enough; add a few words.',
    strong: 'Strong enough.',
    veryStrong: 'Very strong.',
  },
  weakness: {
    keyboard: 'It follows keys that lie side by side.',
    repeat: 'It repeats itself.',
    sequence: 'It is a row such as abc or 123.',
    date: 'It is a date or a year.',
    common: 'It is close to one that many people use.',
    word: 'It is a single well-known word or name.',
    personal: 'It is made of your name, your user name or your agency.',
    guessable: 'It is only a few well-known words or numbers.',
  },
  change: 'Change the password',
  changed: 'The password is changed',
  changedText: 'Your other sessions have ended.',
  current: 'Current password',
  temporary: 'The temporary password that you use now',
  temporaryText: 'Somebody else chose this password. Please choose one of your own before you start to work.',
  forgotTitle: 'Forgotten password',
  forgotText:
    'Enter your user name or e-mail address. If the account has an address, a link for a new password is sent there.',
  who: 'User name or e-mail address',
  missingWho: 'Please enter your user name or e-mail address.',
  ask: 'Send the link',
  askAgain: 'Ask for a new link',
  askedTitle: 'We have your request',
  askedText:
    'If this account has an address, a link arrives within minutes and works for an hour. Nothing there? Look into the junk folder, or ask the administrator of your agency.',
  askAdministrator:
    'This system can’t send mail yet. Please ask the administrator of your agency for a link to choose a password.',
  toSignIn: 'To the sign-in page',
  choose: 'Choose a password',
  chooseNew: 'Choose a new password',
  hello: 'Welcome, {{name}}.',
  userNameHint: 'Use this name whenever you sign in',
  setAndSignIn: 'Set the password and sign in',
  noLink: 'This link can’t be used',
  noLinkText:
    'It was used already, has expired, was replaced by a newer one, or was not copied whole. Open the very link that you were given, or ask for a new one.',
};
