import type { StampFinding } from '#contracts';

/** A page, a part or the whole of a file with its lines as people see them. */
export interface TextPart {
  readonly place: StampFinding['place'];
  /** Of the page. */
  readonly number: number | null;
  readonly lines: readonly string[];
}
