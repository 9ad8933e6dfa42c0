export type SpreadsheetFaultKind = 'empty' | 'locked' | 'too-many-rows' | 'unreadable';

/** A file that was given as a spreadsheet can’t be used as one. */
export class SpreadsheetFault extends Error {
  constructor(
    readonly kind: SpreadsheetFaultKind,
    options?: { cause?: unknown },
  ) {
    super(`spreadsheet: ${kind}`, options);
    this.name = new.target.name;
  }
}
