import { type ImportFaultCode, isWritable } from '#contracts';
import type { ErrorParams } from '#kernel';
import { unguarded } from '#platform';
import type { FileFault } from './read-headers.js';

/** The cells of one row, checked one by one. */
export class Cells<Column extends string, Code extends string> {
  readonly faults: FileFault<Column, Code>[] = [];

  constructor(
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly places: ReadonlyMap<Column, number>,
    private readonly longest: Readonly<Partial<Record<Column, number>>>,
  ) {}

  /** Undefined when the file has no such column. */
  text(column: Column): string | undefined {
    const place = this.places.get(column);
    if (place === undefined) {
      return undefined;
    }
    const value = unguarded((this.cells[place] ?? '').trim());
    const limit = this.longest[column];
    if (limit !== undefined && value.length > limit) {
      this.fault(column, 'too-long', { limit });
    }
    if (!isWritable(value)) {
      this.fault(column, 'unwritable');
    }
    return value;
  }

  required(column: Column): string {
    const value = this.text(column) ?? '';
    if (value === '') {
      this.fault(column, 'required');
    }
    return value;
  }

  /** Null for an empty cell, and for what is no day. */
  day(column: Column): string | null | undefined {
    const value = this.text(column);
    if (value === undefined || value === '') {
      return value === '' ? null : undefined;
    }
    const day = dayFrom(value);
    if (day === undefined) {
      this.fault(column, 'bad-day', { value: value.slice(0, 100) });
    }
    return day ?? null;
  }

  fault(column: Column, code: Code | ImportFaultCode, params: ErrorParams = {}): void {
    this.faults.push({ row: this.row, column, code, params });
  }
}

/** `7/12/2017` or `2017-12-07` as a day that the calendar has. */
function dayFrom(text: string): string | undefined {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day =
    local === null ? text : `${local[3]}-${(local[2] ?? '').padStart(2, '0')}-${(local[1] ?? '').padStart(2, '0')}`;
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(day)) {
    return undefined;
  }
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : undefined;
}
