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
  rendition: {
    label: 'PDF view',
    made: 'This view was made by the system; the original is unchanged.',
    waiting: 'Making the PDF view…',
    waitingText: 'It appears when it is ready, usually within seconds. The original can be downloaded meanwhile.',
    original: 'Download the original',
    failed: 'No PDF view could be made of this file. Download the original and open it on your computer.',
    unchecked: 'There will be a PDF view once the file has been checked.',
  },
  none: 'No file yet',
  noneText: 'This document has no attachment.',
  pane: { pages: 'Document', facts: 'Details' },
};
