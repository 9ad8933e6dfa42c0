import type { Version } from '../api/types.js';

export type LineChange = 'same' | 'added' | 'removed' | 'changed';

export interface LineDifference {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: LineChange;
}

/** A thing of a list, known by its name, with what else may change about it. */
export interface Named {
  readonly name: string;
  readonly detail: string;
  /** What makes it another thing without being shown. */
  readonly mark?: string;
}

/** What became of a list whose things are known by their names: in the order of the later list, what went at the end. */
export function listDifferences(before: readonly Named[], after: readonly Named[]): LineDifference[] {
  const old = new Map(before.map((one) => [one.name, one]));
  const kept = new Set(after.map(({ name }) => name));
  return [
    ...after.map(({ name, detail, mark }) => {
      const was = old.get(name);
      const isSame = was?.detail === detail && was.mark === mark;
      const change = was === undefined ? 'added' : isSame ? 'same' : 'changed';
      return { name, before: was?.detail ?? null, after: detail, change } as const;
    }),
    ...before
      .filter(({ name }) => !kept.has(name))
      .map(({ name, detail }) => ({ name, before: detail, after: null, change: 'removed' as const })),
  ];
}

/** The files of a version by name; another place or other bytes under the same name are a change. */
export function filesOf({ files }: Version, partWord: (index: number) => string): Named[] {
  return files.map(({ fileName, digest }, index) => ({ name: fileName, detail: partWord(index), mark: digest }));
}
