import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the repository: its path from the root with forward slashes, and what it says. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What breaks a rule, where, and the rule in words: what the person who broke it has to read. */
export interface Breach {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly detail: string;
}

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'data', 'coverage']);

/** Every TypeScript file under those of the given folders that the repository has, in a stable order. */
export function readSourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readFolder(root, folder))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function readFolder(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      return SKIPPED_FOLDERS.has(entry.name) ? [] : readFolder(root, path);
    }
    return /\.tsx?$/.test(entry.name) ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}
