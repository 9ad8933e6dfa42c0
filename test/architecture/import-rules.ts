import { posix } from 'node:path';
import { scanImports, type ImportStatement } from './import-scan.js';
import { ALLOWED_PACKAGES, COMPOSING_APPS, DATABASE, isKnownLib, libsBelow, TEST_LIB } from './layers.js';
import type { Breach, SourceFile } from './source-file.js';

/** Where a file stands: the part of the house, its name there, and whether it only runs in tests. */
interface Place {
  readonly part: string;
  readonly name: string;
  readonly test: boolean;
}

function placeOf(path: string): Place {
  const [part = '', name = ''] = path.split('/');
  const inNamedPart = part === 'libs' || part === 'apps';
  return { part, name: inNamedPart ? name : '', test: part === 'test' || /\.spec\.tsx?$/.test(path) };
}

/** The rule that one import breaks, or nothing. */
function refusal(file: SourceFile, statement: ImportStatement): string | undefined {
  const from = placeOf(file.path);
  const { specifier } = statement;
  if (specifier.startsWith('#')) {
    return refusalOfDoor(from, specifier.slice(1));
  }
  if (specifier.startsWith('.')) {
    return refusalOfRelative(from, placeOf(posix.join(posix.dirname(file.path), specifier)));
  }
  return refusalOfPackage(from, specifier);
}

function refusalOfDoor(from: Place, door: string): string | undefined {
  if (door.includes('/')) {
    return 'a lib is imported through its door alone';
  }
  if (from.part === 'apps' && from.name === 'web' && door !== 'contracts') {
    return 'the web shares only #contracts with the server';
  }
  if (door === DATABASE) {
    return refusalOfDatabase(from);
  }
  if (!isKnownLib(door)) {
    return 'there is no such lib';
  }
  if (door === TEST_LIB) {
    return from.test || from.part === 'bench' ? undefined : 'only tests and benchmarks may need #testing';
  }
  if (from.part !== 'libs') {
    return undefined;
  }
  if (from.name === door) {
    return 'inside a lib imports are relative';
  }
  return libsBelow(from.name).includes(door) ? undefined : `imports run one way: ${from.name} may not know ${door}`;
}

function refusalOfDatabase(from: Place): string | undefined {
  if (from.part === DATABASE) {
    return 'inside db imports are relative';
  }
  const lib = from.part === 'libs' && from.name !== TEST_LIB;
  return lib ? `imports run one way: ${from.name} may not know ${DATABASE}` : undefined;
}

function refusalOfRelative(from: Place, to: Place): string | undefined {
  if (from.part === to.part && from.name === to.name) {
    return undefined;
  }
  if (to.part === 'libs') {
    return 'a lib is imported through its door alone';
  }
  if (from.part === 'libs') {
    return 'a lib stands alone: no relative import leaves it';
  }
  if (to.part === DATABASE) {
    return 'db is imported through its door alone';
  }
  if (to.part === 'apps' && from.part === 'apps') {
    const parts = COMPOSING_APPS[from.name] ?? [];
    return parts.includes(to.name) ? undefined : `${from.name} may not import from ${to.name}`;
  }
  if (from.part === 'apps' && to.part === 'test') {
    return 'apps may not need their tests';
  }
  return undefined;
}

function refusalOfPackage(from: Place, specifier: string): string | undefined {
  const allowed = from.part === 'libs' && !from.test ? ALLOWED_PACKAGES[from.name] : undefined;
  if (allowed === undefined || allowed.includes(specifier)) {
    return undefined;
  }
  return `${from.name} runs in the browser too and may need only: ${allowed.join(', ') || 'no package'}`;
}

/** Every import that goes against the order of the house. */
export function findForbiddenImports(files: readonly SourceFile[]): Breach[] {
  return files.flatMap((file) =>
    scanImports(file.text).flatMap((statement) => {
      const rule = refusal(file, statement);
      return rule === undefined
        ? []
        : [{ path: file.path, line: statement.line, rule, detail: `imports ${statement.specifier}` }];
    }),
  );
}
