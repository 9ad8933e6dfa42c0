import type { Translation } from '../words.js';
import type { common as vi } from '../vi/common.js';

export const common: Translation<typeof vi> = {
  product: 'Văn Thư',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  retry: 'Try again',
  reload: 'Reload the page',
  more: 'Show more',
  loading: 'Loading…',
  clearSearch: 'Clear the search',
  download: 'Download',
  print: 'Print',
  optional: 'optional',
  nothingFound: 'No document matches “{{search}}”.',
  nothingFoundHint: 'Try fewer words; diacritics do not matter.',
  newOnes: '{{number}} new',
  showNewOnes: 'Show at the top of the list',
  urgency: { normal: 'Normal', urgent: 'Urgent', 'very-urgent': 'Very urgent', express: 'Express' },
  channel: { electronic: 'Electronic', 'electronic-with-paper': 'Electronic with paper', paper: 'Paper' },
  due: 'Due {{date}}',
  overdue: 'Overdue {{date}}',
  hoursLeft: '{{hours}} h {{minutes}} min left',
  minutesLeft: '{{minutes}} min left',
  size: { bytes: '{{value}} bytes', kilobytes: '{{value}} KB', megabytes: '{{value}} MB', gigabytes: '{{value}} GB' },
  problem: {
    offlineTitle: 'The server can’t be reached',
    offline: 'It is not known whether the server got this. What you wrote is still on the page; please try again.',
    unknownTitle: 'Something went wrong',
    unknown:
      'The server gave a wrong answer (status {{status}}). What you wrote is still on the page; please try again.',
    page: 'This page ran into an error',
    pageHint: 'What was saved is safe. Reload the page and go on; if it stays, tell the system administrator.',
    requestId: 'Request id: {{id}}',
  },
};
