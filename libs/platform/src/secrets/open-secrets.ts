import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { Secrets } from './secrets.js';

/**
 * The key from the settings; without one, a key file in the data folder, made at the first start. Processes that do not
 * share a data folder need the setting, or one can’t open what another sealed.
 */
export async function openSecrets(config: Config): Promise<Secrets> {
  return new Secrets(config.secretKeys ?? [await keyFileOf(config.dataDir)]);
}

async function keyFileOf(folder: string): Promise<string> {
  const path = join(folder, 'secret.key');
  return (await readKey(path)) ?? makeKey(folder, path);
}

/** Written whole under another name, then linked: of processes that start at once, all take the key that was first. */
async function makeKey(folder: string, path: string): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await mkdir(folder, { recursive: true });
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw error;
    }
  } finally {
    await rm(draft);
  }
  const key = await readKey(path);
  if (key === undefined) {
    throw new Error(`${path} was removed while it was being made`);
  }
  return key;
}

/** Undefined when there is no file. An emptied one is not made anew: what its key sealed opens with nothing else. */
async function readKey(path: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
  const key = text.trim();
  if (key.length < 32) {
    throw new Error(`${path} holds no key; restore it from a backup, because what it sealed opens with nothing else`);
  }
  return key;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
