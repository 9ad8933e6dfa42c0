import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EngineUser, postgresUser, runAs } from './engine-user.js';
import { findPackage, makeUsable, type PostgresBinaries, type PostgresPackage } from './postgres-binaries.js';

let home: string;
let installed: PostgresPackage;
let user: EngineUser | undefined;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vanthu-binaries-'));
  chmodSync(folder, 0o755);
  home = folder;
  const { native, version } = await findPackage();
  // As npm leaves the package when it runs no install scripts: without a single link.
  const copy = join(home, 'node_modules', 'native');
  mkdirSync(join(home, 'node_modules'));
  cpSync(native, copy, {
    recursive: true,
    filter: (path) => !/\.so(\.\d+)?$/.test(path) || /\/postgresql\/|lib(z|ssl|crypto|xml2|xslt|lzma|ossp)/.test(path),
  });
  installed = { native: copy, version };
  user = await postgresUser();
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

async function runs({ postgres }: PostgresBinaries): Promise<boolean> {
  return (await runAs(user, postgres, ['--version'])).ok;
}

describe('the programs of PostgreSQL', () => {
  it('are completed where they lie when npm left out their links', async () => {
    const binaries = await makeUsable(installed, user, home);
    expect(binaries.postgres).toBe(join(installed.native, 'bin', 'postgres'));
    expect(await runs(binaries)).toBe(true);
    expect(existsSync(join(home, 'engine'))).toBe(false);
  });

  it.runIf(process.getuid?.() === 0)(
    'are copied when their user can’t enter the folder, also by two at once',
    async () => {
      chmodSync(join(home, 'node_modules'), 0o700);
      const [one, other] = await Promise.all([makeUsable(installed, user, home), makeUsable(installed, user, home)]);
      expect(one).toEqual(other);
      expect(one.postgres).toBe(join(home, 'engine', installed.version, 'bin', 'postgres'));
      expect(await runs(one)).toBe(true);
      expect(readdirSync(join(home, 'engine'))).toEqual([installed.version]);
    },
  );

  it.runIf(process.getuid?.() === 0)('are copied anew when a power failure left half a copy', async () => {
    chmodSync(join(home, 'node_modules'), 0o700);
    const { postgres } = await makeUsable(installed, user, home);
    truncateSync(postgres, 1000);
    expect(await runs(await makeUsable(installed, user, home))).toBe(true);
    expect(readdirSync(join(home, 'engine'))).toEqual([installed.version]);
  });
});
