import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const REPORTER = join(import.meta.dirname, 'test-report.mjs');

/** @type {string} */
let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vanthu-report-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** @param {string} spec */
function countsOf(spec) {
  writeFileSync(join(folder, 'a.spec.mjs'), spec);
  const report = join(folder, 'counts.json');
  const env = { ...process.env, VANTHU_TEST_REPORT: report };
  const args = [VITEST, 'run', '--root', folder, `--reporter=${REPORTER}`];
  spawnSync(process.execPath, args, { cwd: folder, env, stdio: 'ignore' });
  return JSON.parse(readFileSync(report, 'utf8'));
}

const IMPORT = `import { beforeAll, describe, expect, it } from 'vitest';\n`;

describe('the counts of a test run', () => {
  it('tell what passed, failed and was skipped', () => {
    const spec = `it('a', () => {}); it('b', () => {}); it('c', () => expect(1).toBe(2)); it.skip('d', () => {});`;
    expect(countsOf(IMPORT + spec)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('take a file that can’t be loaded for a failure', () => {
    expect(countsOf(`import './nowhere.js';`)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('take a hook that throws for a failure, beside the tests that it kept from running', () => {
    const spec = `describe('a', () => { beforeAll(() => { throw new Error('x'); }); it('b', () => {}); });`;
    expect(countsOf(IMPORT + spec)).toEqual({ passed: 0, failed: 1, skipped: 1 });
  });

  it('take an error that nobody caught for a failure', () => {
    const spec = `it('a', () => { void Promise.reject(new Error('lost')); });`;
    expect(countsOf(IMPORT + spec)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });
});
