import type { ImportFault } from '../api/types.js';

export interface ImportLine {
  readonly row: number;
  readonly kind: 'added' | 'changed';
  readonly changes: readonly { readonly column: string; readonly before: string; readonly after: string }[];
}

/** What came of a file, looked at or imported. */
export interface ImportOutcome<Line extends ImportLine> {
  /** Stands for what was looked at; given back to import it. */
  readonly plan: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faultCount: number;
  readonly faults: readonly ImportFault[];
  readonly lines: readonly Line[];
}

/** How a preview speaks of what is imported. */
export interface PreviewWords<Line> {
  readonly nothing: string;
  /** Over the column that names what a row is about. */
  readonly subject: string;
  readonly subjectOf: (line: Line) => string;
}

export interface ImportWords<Line> extends PreviewWords<Line> {
  readonly title: string;
  readonly hint: string;
  readonly apply: (number: string) => string;
}
