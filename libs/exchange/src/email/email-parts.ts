import { AnswerByMailbox } from './answer-by-mailbox.js';
import { AskByMailboxLink } from './ask-by-mailbox-link.js';
import { EmailChannel } from './email-channel.js';
import { MailboxDocumentQuery } from './mailbox-document.query.js';
import { MailboxKeys } from './mailbox-keys.js';
import { MailboxLinks } from './mailbox-links.js';
import { MailboxStates } from './mailbox-states.js';
import { OpenByMailboxLink } from './open-by-mailbox-link.js';

export { MailboxLink } from './mailbox-link.entity.js';
export { AnswerByMailbox, AskByMailboxLink, OpenByMailboxLink };

export const emailParts = [
  AnswerByMailbox,
  AskByMailboxLink,
  EmailChannel,
  MailboxDocumentQuery,
  MailboxKeys,
  MailboxLinks,
  MailboxStates,
  OpenByMailboxLink,
];
