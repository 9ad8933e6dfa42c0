export type Unit = 'ms' | 'MB' | 'MB/s' | 'requests/s' | 'deliveries/s' | '%';

/** One thing that was measured several times, and what it is held against. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  /** Measured in the same run: a ratio says more than a number from another day on another machine. */
  readonly against?: Figure;
  /** At most this. */
  readonly goal?: number;
  /** The other way round: at least this. */
  readonly atLeast?: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) {
    throw new Error('nothing was measured');
  }
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** Rows of a table, widths fitted, the first column to the left and the rest to the right. */
export function tableOf(title: string, figures: readonly Figure[]): string {
  const head = [title, 'n', 'median', 'lowest', 'highest', 'ratio', 'goal'];
  const rows = [head, ...figures.map(cellsOf)];
  const widths = head.map((_name, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
  );
  return lines.map((cells) => cells.join('  ').trimEnd()).join('\n');
}

function cellsOf({ what, unit, values, against, goal, atLeast }: Figure): string[] {
  const middle = median(values);
  return [
    what,
    String(values.length),
    `${round(middle)} ${unit}`,
    round(Math.min(...values)),
    round(Math.max(...values)),
    against === undefined ? '' : `× ${round(middle / median(against.values))}`,
    goalOf(middle, unit, goal, atLeast),
  ];
}

function goalOf(middle: number, unit: Unit, goal: number | undefined, atLeast: number | undefined): string {
  if (goal !== undefined) {
    return `≤ ${goal} ${unit}: ${middle <= goal ? 'met' : 'MISSED'}`;
  }
  return atLeast === undefined ? '' : `≥ ${round(atLeast)} ${unit}: ${middle >= atLeast ? 'met' : 'MISSED'}`;
}

function round(value: number): string {
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}
