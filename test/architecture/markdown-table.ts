/** The rows of the tables in a Markdown text, heads and rules left out, every cell trimmed. */
export function readTableRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line, index, lines) => isRow(line) && !isRule(line) && !isRule(lines[index + 1] ?? ''))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

const isRow = (line: string): boolean => line.trim().startsWith('|');
const isRule = (line: string): boolean => /^\|(?:\s*:?-+:?\s*\|)+$/.test(line.trim());

/** The paths of files that a cell names in code marks, such as `test/e2e/issue.spec.ts`. */
export function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`((?:apps|libs|test|docs|db|bench|scripts|samples)\/[^`\s]+)`/g)].flatMap(
    (match) => match[1] ?? [],
  );
}
