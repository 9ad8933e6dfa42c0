// A vitest reporter that counts what really happened and writes it where scripts/test.mjs looks for it.
import { writeFileSync } from 'node:fs';

/** Hands the counts over once the run has ended. */
// oxlint-disable-next-line import/no-default-export -- the only export that vitest looks for
export default class TestReport {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest').SerializedError[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env['VANTHU_TEST_REPORT'];
    if (file !== undefined) {
      writeFileSync(file, JSON.stringify(countOutcomes(modules, unhandledErrors)));
    }
  }
}

/**
 * A file that can't be loaded and a hook that throws have no test that could fail: each counts as one failure, and so
 * does each error that nobody caught.
 *
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly unknown[]} unhandledErrors
 * @returns {{ passed: number; failed: number; skipped: number }}
 */
export function countOutcomes(modules, unhandledErrors) {
  const outcomes = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
  for (const module of modules) {
    outcomes.failed += module.errors().length;
    for (const suite of module.children.allSuites()) {
      outcomes.failed += suite.errors().length;
    }
    for (const test of module.children.allTests()) {
      outcomes[test.result().state] += 1;
    }
  }
  // A test that was never run, because the run was broken off, has not passed.
  return { passed: outcomes.passed, failed: outcomes.failed + outcomes.pending, skipped: outcomes.skipped };
}
