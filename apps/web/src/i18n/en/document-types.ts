import type { Translation } from '../words.js';
import type { documentTypes as vi } from '../vi/document-types.js';

export const documentTypes: Translation<typeof vi> = {
  title: 'Document types',
  lead: 'One list for the whole province, after Decree 30/2020/NĐ-CP. A type is never deleted; out of use it can’t be chosen any more, and older documents keep its name and symbol.',
  list: 'List of document types',
  name: 'Name',
  abbreviation: 'Abbreviation',
  abbreviationHint:
    'Stands in the symbol, such as QĐ in 05/QĐ-UBND. Empty where the symbol ends with the drafting unit, as of official letters.',
  noAbbreviation: 'none',
  inUse: 'In use',
  retired: 'Out of use',
  lastDay: 'Used until {{date}}',
  add: 'Add a type',
  edit: 'Edit the type',
  editOf: 'Edit {{name}}',
  save: 'Save',
  up: 'Move {{name}} up',
  down: 'Move {{name}} down',
  retire: 'Take out of use',
  retireOf: 'Take {{name}} out of use',
  restore: 'Use again',
  restoreOf: 'Use {{name}} again',
  askRetireTitle: 'Take this type out of use?',
  askRetire:
    'From now on nobody can choose “{{name}}” for a draft. Documents that have it stay as they are. It can be used again at any time.',
  missingName: 'Please enter the name.',
  added: 'Added “{{name}}”',
  saved: 'Saved “{{name}}”',
};
