import { diffArrays } from 'diff';

export interface Part {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** Words with the space after them: a changed word is marked whole, with its diacritics. */
function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/\S+\s*|\s+/gu) ?? [];
}

/** What became of a text, word by word; spaces alone are no change. */
export function changedWords(before: string, after: string): Part[] {
  return diffArrays(wordsOf(before), wordsOf(after), {
    comparator: (one, other) => one.trim() === other.trim(),
  }).map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
}

/** The parts that one side shows. */
export function sideOf(parts: readonly Part[], side: 'before' | 'after'): readonly Part[] {
  return parts.filter(({ change }) => change !== (side === 'before' ? 'added' : 'removed'));
}
