import type { connections as vi } from '../vi/connections.js';
import type { Translation } from '../words.js';

export const connections: Translation<typeof vi> = {
  title: 'Connection',
  edit: 'Set the connection',
  editTitle: 'Connection of {{name}}',
  channel: 'Electronic documents reach this agency by',
  choose: {
    local: 'This system',
    webhook: 'An e-office system of its own',
    email: 'A mailbox',
  },
  hint: {
    local: 'Its clerk signs in and receives here.',
    webhook: 'This system sends signed documents straight to the address of that system.',
    email: 'The mailbox gets a notice with a link; opening the document takes a code sent to the same mailbox.',
  },
  way: {
    local: 'Receives documents on this system.',
    webhook: 'Receives documents in an e-office system of its own.',
    email: 'Receives documents by mail.',
    paper: 'Not connected: receives paper only.',
  },
  webhookUrl: 'Address',
  webhookUrlHint:
    'Begins with https://. An address inside a closed network has to be allowed by who runs the server (WEBHOOK_NETWORKS).',
  mailbox: 'Mailbox',
  showsOpening: 'Senders see when a document was first opened',
  showsOpeningHint: 'Every opening is on record; this only says whether the sender sees it.',
  yes: 'Yes',
  no: 'No',
  saved: 'Connection saved',
  secret: 'Secret',
  bothWork: 'The older and the new one both work',
  renew: 'Change the secret',
  renewAgain: 'Make the new secret again',
  renewAgainTitle: 'Make the new secret again?',
  renewAgainText:
    'The one made last stops working, the older one goes on. If the agency’s system has the new one already, drop the older one first.',
  drop: 'Drop the older secret',
  dropTitle: 'Drop the older secret?',
  dropText:
    'The agency’s system has to check with the new one from now on. If it was not changed there, it will refuse what is sent.',
  secretText: 'Copy this secret into the agency’s system now. An older one keeps working until you drop it.',
  test: 'Send a test',
  reached: 'The other system took it.',
};
