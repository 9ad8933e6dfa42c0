// Builds the server with tsc and the web with Vite, side by side, into dist/. With --if-needed only when a source is
// newer. A build that fails leaves the last one as it was.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'dist');
const next = join(root, `dist.next-${process.pid}`);
const last = join(root, `dist.last-${process.pid}`);
const stamp = '.built';
const sources = [
  'apps',
  'libs',
  'db',
  'scripts',
  'bench',
  'test/drill',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/**
 * @param {string} path
 * @returns {number} the time of the newest file in it
 */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}

/** @param {string} source */
function isThere(source) {
  return existsSync(join(root, source));
}

function isUpToDate() {
  const file = join(built, stamp);
  return (
    existsSync(file) && sources.filter(isThere).every((source) => newest(join(root, source)) <= statSync(file).mtimeMs)
  );
}

/**
 * @param {string} bin
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
function run(bin, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', bin), ...args], { cwd: root, stdio: 'inherit' });
    child.on('close', (code) => resolve(code === 0));
  });
}

async function build() {
  const began = Date.now();
  const web = join(next, 'web');
  const results = await Promise.all([
    run('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', next]),
    run('vite/bin/vite.js', ['build', '-c', 'apps/web/vite.config.ts', '--outDir', web, '--logLevel', 'warn']),
  ]);
  if (results.includes(false)) {
    rmSync(next, { recursive: true, force: true });
    console.error('The build failed; what was built before is unchanged.');
    process.exit(1);
  }
  // As old as the sources that were read: what changes during a build is newer than it.
  writeFileSync(join(next, stamp), '');
  utimesSync(join(next, stamp), new Date(began), new Date(began));
  if (existsSync(built)) {
    renameSync(built, last);
  }
  renameSync(next, built);
  rmSync(last, { recursive: true, force: true });
  console.log(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

if (!process.argv.includes('--if-needed') || !isUpToDate()) {
  await build();
}
