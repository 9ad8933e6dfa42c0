import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const NODE_MODULES = '**/node_modules/**';

// Package imports lead to the libs' sources; without it they lead to the last build.
const conditions = ['source', 'module', 'node', 'development|production'];

/**
 * Tests that need modules of their own: they count the calls of a package, or declare jobs that no other test may see.
 * All others share what a process has loaded, which saves a third of the whole run.
 */
const ALONE = ['test/e2e/session.spec.ts', 'test/medium/outbox.spec.ts'];

function project(name: string, include: string[], exclude: string[] = ALONE): TestProjectInlineConfiguration {
  return {
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include,
      exclude: [NODE_MODULES, ...exclude],
      environment: 'node',
      isolate: name === 'alone',
      testTimeout: 30_000,
      // Long enough for the slowest engine, the S3 store, to start on a busy machine.
      hookTimeout: 120_000,
    },
  };
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // The environment in which vitest runs the global set-up; it takes over nothing from the lines above.
  environments: { __vitest__: { resolve: { conditions } } },
  test: {
    pool: 'forks',
    // The engines run beside the tests: a third process would load all modules once more and take its time from them.
    maxWorkers: 2,
    globalSetup: ['test/engines.setup.ts'],
    coverage: {
      provider: 'v8',
      include: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.{ts,tsx}'],
      exclude: ['libs/testing/**', '**/*.spec.{ts,tsx}'],
    },
    projects: [
      project('together', ['{libs,apps}/**/*.spec.{ts,tsx}', 'scripts/**/*.spec.{ts,mjs}', 'test/**/*.spec.ts']),
      project('alone', ALONE, []),
    ],
  },
});
