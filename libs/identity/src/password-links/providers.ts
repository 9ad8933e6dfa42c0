import { AskForPasswordReset } from './ask-for-password-reset.js';
import { InvitePerson } from './invite-person.js';
import { LinkMails } from './link-mails.js';
import { MailInvitation } from './mail-invitation.js';
import { MailPasswordReset } from './mail-password-reset.js';
import { MakeResetLink } from './make-reset-link.js';
import { OneTimeLinkQuery } from './one-time-link.query.js';
import { OneTimeLinks } from './one-time-links.js';
import { SetPasswordByLink } from './set-password-by-link.js';

export const passwordLinkProviders = [
  AskForPasswordReset,
  InvitePerson,
  LinkMails,
  MailInvitation,
  MailPasswordReset,
  MakeResetLink,
  OneTimeLinkQuery,
  OneTimeLinks,
  SetPasswordByLink,
];
