// Runs one TypeScript file as a process of its own, which a test may kill: node run-child.mjs FILE [ARGUMENTS].
import { resolve } from 'node:path';

import { runnerImport } from 'vite';

const [, , file] = process.argv;
process.argv.splice(1, 1);
await runnerImport(resolve(file), {
  logLevel: 'error',
  root: resolve(import.meta.dirname, '../../..'),
  // The name that Vite gives the environment of runnerImport; it takes over nothing from `resolve` and `ssr`.
  environments: { inline: { resolve: { conditions: ['source'] } } },
});
