import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../config/config.js';
import { openSecrets } from './open-secrets.js';
import { SecretKeyUnknown, Secrets } from './secrets.js';

const oneKey = 'a'.repeat(32);
const otherKey = 'b'.repeat(32);

describe('a sealed text', () => {
  it('opens with the same key for the same purpose, and looks different each time', () => {
    const secrets = new Secrets([oneKey]);
    const [first, second] = [secrets.seal('bí mật', 'totp:1'), secrets.seal('bí mật', 'totp:1')];
    expect(first).not.toBe(second);
    expect(first).not.toContain('bí mật');
    expect([first, second].map((sealed) => secrets.open(sealed, 'totp:1'))).toEqual(['bí mật', 'bí mật']);
  });

  it('does not open for another purpose, such as the row of another person', () => {
    const secrets = new Secrets([oneKey]);
    expect(() => secrets.open(secrets.seal('bí mật', 'totp:1'), 'totp:2')).toThrow('authenticate');
  });

  it('does not open when a character of it was changed', () => {
    const secrets = new Secrets([oneKey]);
    const sealed = secrets.seal('bí mật', 'totp:1');
    const at = sealed.length - 12;
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(() => secrets.open(changed, 'totp:1')).toThrow('authenticate');
  });

  it('opens with an older key, and says so plainly when the key is gone', () => {
    const sealed = new Secrets([oneKey]).seal('bí mật', 'totp:1');
    expect(new Secrets([otherKey, oneKey]).open(sealed, 'totp:1')).toBe('bí mật');
    expect(() => new Secrets([otherKey]).open(sealed, 'totp:1')).toThrow(SecretKeyUnknown);
  });
});

describe('the key of an installation', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vanthu-secrets-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is made once in a file that only its owner reads, also when two processes start at the same time', async () => {
    const config = loadConfig({ DATA_DIR: join(folder, 'data') });
    const [first, second] = await Promise.all([openSecrets(config), openSecrets(config)]);
    expect((await openSecrets(config)).open(first.seal('bí mật', 'x'), 'x')).toBe('bí mật');
    expect(second.open(first.seal('bí mật', 'x'), 'x')).toBe('bí mật');
    expect((await stat(join(folder, 'data', 'secret.key'))).mode & 0o777).toBe(0o600);
  });

  it('is not made anew when its file was emptied', async () => {
    await writeFile(join(folder, 'secret.key'), '');
    await expect(openSecrets(loadConfig({ DATA_DIR: folder }))).rejects.toThrow('secret.key');
  });

  it('comes from the settings where they name it, the newest first', async () => {
    const older = await openSecrets(loadConfig({ SECRET_KEY: oneKey }));
    const newer = await openSecrets(loadConfig({ SECRET_KEY: `${otherKey},${oneKey}` }));
    expect(newer.open(older.seal('bí mật', 'x'), 'x')).toBe('bí mật');
    expect(() => older.open(newer.seal('bí mật', 'x'), 'x')).toThrow(SecretKeyUnknown);
  });

  it('is refused when it is short enough to guess', () => {
    expect(() => loadConfig({ SECRET_KEY: 'short' })).toThrow('SECRET_KEY');
    expect(() => loadConfig({ SECRET_KEY: `${oneKey},short` })).toThrow('SECRET_KEY');
  });
});
