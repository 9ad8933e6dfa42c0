import { posix } from 'node:path';
import { scanImports } from './import-scan.js';
import { DATABASE } from './layers.js';
import type { Breach, SourceFile } from './source-file.js';

/** The files that a specifier can mean: `./x.js` is written for `x.ts`, and a door means the lib's index. */
function candidates(path: string, specifier: string): string[] {
  if (specifier === `#${DATABASE}`) {
    return [`${DATABASE}/index.ts`];
  }
  if (specifier.startsWith('#')) {
    return [`libs/${specifier.slice(1)}/src/index.ts`];
  }
  if (!specifier.startsWith('.')) {
    return [];
  }
  const target = posix.join(posix.dirname(path), specifier);
  return [target, target.replace(/\.jsx?$/, '.ts'), target.replace(/\.jsx?$/, '.tsx'), `${target}.ts`, `${target}.tsx`];
}

/** Who imports whom. An import that runs later (`import()`) closes no circle at start-up and does not count. */
function graphOf(files: readonly SourceFile[]): Map<string, string[]> {
  const known = new Set(files.map((file) => file.path));
  return new Map(
    files.map((file) => [
      file.path,
      scanImports(file.text)
        .filter((statement) => statement.kind !== 'dynamic')
        .flatMap((statement) => candidates(file.path, statement.specifier).filter((path) => known.has(path))),
    ]),
  );
}

/** Every circle of imports between files, each named once, with the files on the way. */
export function findImportCycles(files: readonly SourceFile[]): Breach[] {
  const graph = graphOf(files);
  const done = new Set<string>();
  const breaches: Breach[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      const circle = [...trail.slice(start), path];
      breaches.push({ path, line: 1, rule: 'files may not import each other in a circle', detail: circle.join(' → ') });
      return;
    }
    if (done.has(path)) {
      return;
    }
    for (const next of graph.get(path) ?? []) {
      visit(next, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of graph.keys()) {
    visit(path, []);
  }
  return breaches;
}
