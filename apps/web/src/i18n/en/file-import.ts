/** Of every table that is imported from a file. */
export const fileImport = {
  choose: 'Choose a file…',
  chooseAgain: 'Choose another file…',
  reading: 'Reading and checking {{name}}…',
  writing: 'Importing…',
  summary: '{{added}} to add, {{changed}} to change, {{unchanged}} stay as they are.',
  faults: '{{number}} things are not right, and nothing was written. Please mend the file and choose it again.',
  firstFaults: 'These are the first {{number}}.',
  row: 'Row',
  column: 'Column',
  fault: 'What is not right',
  what: 'What',
  changes: 'Changes',
  kinds: { added: 'Add', changed: 'Change' },
  change: '{{column}}: {{before}} → {{after}}',
  blank: '(empty)',
  firstLines: 'These are the first {{number}} rows.',
} as const;
