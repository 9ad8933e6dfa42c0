// Builds the server with tsc and the web with Vite into dist/. With --if-needed only when a source is newer.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
const sources = ['apps', 'libs', 'db', 'scripts', 'bench', 'package-lock.json', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

/** @param {string} path @returns {number} the time of the newest file in it */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) {
    return stat.mtimeMs;
  }
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), 0);
}

/** @param {string} bin @param {string[]} args */
function run(bin, args) {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) {
    console.error(`the build stopped at ${bin}`);
    process.exit(result.status ?? 1);
  }
}

if (process.argv.includes('--if-needed') && existsSync(stamp)) {
  const built = statSync(stamp).mtimeMs;
  if (sources.every((source) => newest(join(root, source)) <= built)) {
    process.exit(0);
  }
}

const began = Date.now();
rmSync(join(root, 'dist'), { recursive: true, force: true });
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
run('vite/bin/vite.js', ['build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn']);
writeFileSync(stamp, '');
console.log(`built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
