import type { alerts as vi } from '../vi/alerts.js';
import type { Translation } from '../words.js';

export const alerts: Translation<typeof vi> = {
  title: 'Alerts',
  settings: 'Where alerts go',
  nowhere: 'Nobody is told yet: alerts only show on this page.',
  none: 'There was no alert yet.',
  kind: {
    stuck: '{{number}} deliveries have waited too long ({{name}})',
    failing: '{{number}} deliveries to {{name}} failed',
    'line-open': '{{name}} is not reached; {{number}} deliveries wait',
    'receiver-not-seen': 'Nobody at {{name}} has opened {{number}} incoming documents',
  },
  since: 'Since {{moment}}',
  told: 'told {{moment}}',
  notTold: 'nobody told yet',
  open: 'Now',
  ended: 'Over since {{moment}}',
  mailboxes: 'Mailboxes',
  mailboxesHint: 'One address a line. Of one kind of alert there is at most one mail in ten minutes.',
  noMail: 'No mail server is set (SMTP_URL), so no mail can be sent.',
  webhook: 'Address of a monitoring system',
  webhookHint: 'Gets messages signed as Standard Webhooks; leave it empty if there is none.',
  renew: 'Make a new secret (the one before ends at once)',
  save: 'Save',
  saved: 'Saved where alerts go',
  secretText: 'Copy it into the monitoring system. It is shown this once.',
};
