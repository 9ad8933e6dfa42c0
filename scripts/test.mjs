// npm test: sees to the programs the tests need, runs vitest with the given arguments, and ends with one plain line of
// real counts, `N passed, N failed`, for machines that read no colours.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureTools } from './test-tools.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const REPORTER = fileURLToPath(new URL('test-report.mjs', import.meta.url));

const strict = process.env['CI'] === 'true';
const args = process.argv.slice(2);
const { env, missing } = ensureTools();
for (const line of missing) {
  console.log(line);
}
const { code, outcomes } = await runVitest();
const failed = failures(code, outcomes);
if (outcomes.skipped > 0) {
  console.log(`${outcomes.skipped} skipped${strict ? ', which counts as failed here' : ''}`);
}
console.log(`${outcomes.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runVitest() {
  const folder = mkdtempSync(join(tmpdir(), 'vanthu-report-'));
  const report = join(folder, 'outcomes.json');
  try {
    const child = spawn(process.execPath, [VITEST, 'run', '--reporter=default', `--reporter=${REPORTER}`, ...args], {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env, ...startAhead(), VANTHU_TEST_REPORT: report },
    });
    // Ctrl-C reaches vitest by itself; we stay for its last words.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    const code = await new Promise((resolve) => {
      child.once('close', resolve);
    });
    return { code, outcomes: readOutcomes(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A whole run needs every engine sooner or later: they start while the unit tests run. */
function startAhead() {
  return args.length === 0 ? { VANTHU_TEST_START_AHEAD: 'yes' } : {};
}

/**
 * @param {string} report
 * @returns {{ passed: number; failed: number; skipped: number }}
 */
function readOutcomes(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // Vitest ended before it could report.
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/**
 * @param {unknown} code
 * @param {{ failed: number; skipped: number }} outcomes
 */
function failures(code, outcomes) {
  const failed = outcomes.failed + (strict ? outcomes.skipped + missing.length : 0);
  // Vitest can fail for a reason that no test shows, such as a crash or too little coverage.
  return failed === 0 && code !== 0 ? 1 : failed;
}
