import type { Translation } from '../words.js';
import type { viewer as vi } from '../vi/viewer.js';

export const viewer: Translation<typeof vi> = {
  label: 'Content of the document',
  files: 'Files of the document',
  part: { main: 'Main text', appendix: 'Appendix {{number}}' },
  loading: 'Opening the file… {{percent}} %',
  opening: 'Opening the file…',
  page: 'Page',
  goTo: 'Go to page, of {{total}}',
  rail: 'Small pictures of the pages',
  pageLabel: 'Page {{page}}',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the width',
  zoom: 'Shown at {{percent}} %',
  failed: 'The file can’t be shown here',
  failedText: 'It may be damaged, or the line was cut. Try again, or download it and open it with another program.',
  cannotShow: 'This kind of file opens with a program on your computer',
  cannotShowText: '{{name}} · {{size}}',
  none: 'No file yet',
  noneText: 'This document has no attachment.',
  pane: { pages: 'Document', facts: 'Details' },
};
