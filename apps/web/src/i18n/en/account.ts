import type { Translation } from '../words.js';
import type { account as vi } from '../vi/account.js';

export const account: Translation<typeof vi> = {
  title: 'My account',
  open: 'Password and sessions',
  sessions: 'Sessions',
  sessionsText: 'Where you are signed in. If you do not know one, end it and then change your password.',
  onlyHere: 'You are signed in here alone. Other devices on which you sign in appear in this list.',
  here: 'In use here',
  facts: '{{address}} · since {{since}} · last used {{used}}',
  bySingleSignOn: 'single sign-on',
  browserOn: '{{browser}} on {{system}}',
  unknownBrowser: 'Unknown browser',
  end: 'End',
  endOthers: 'End all other sessions',
  endOthersText:
    'This ends {{number}} other sessions of yours. You have to sign in again there; what was not saved there may be lost.',
  linked: 'Linked account',
  linkedText: 'You can sign in here with your account at the identity provider below.',
  linkedWhen: 'Linked since {{since}} · last used {{used}}',
  unlink: 'Unlink',
  unlinkTitle: 'Unlink this account?',
  unlinkText: 'Your next sign-in there is matched anew by the verified e-mail address.',
};
