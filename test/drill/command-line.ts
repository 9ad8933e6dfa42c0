import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { productFolder } from '#platform';

export interface Outcome {
  readonly isGood: boolean;
  readonly output: string;
}

/** A command of `vanthu`, as an operator gives it. */
export function vanthu(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Outcome> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(productFolder, 'bin', 'vanthu.js'), ...args],
      { cwd: productFolder, env: { PATH, HOME, ...settings } },
      (error, stdout, stderr) => resolve({ isGood: error === null, output: `${stdout}${stderr}`.trim() }),
    );
  });
}
