import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from 'pg';
import { productFolder } from '#platform';
import { waitUntil } from '#testing';
import type { Part } from './parts.js';
import type { Proxy } from './proxy.js';

/** An installation under drill: its programs, the lines between them, and ways to look at it from the outside. */
export interface House {
  readonly name: string;
  /** Where clients reach it: each through a line of its own. */
  readonly addresses: readonly string[];
  readonly parts: ReadonlyMap<string, Part>;
  readonly lines: ReadonlyMap<string, Proxy>;
  /** Every queue is empty at once, as after a FLUSHALL. */
  wipeQueue(): Promise<void>;
  /** Undefined where the store of files can't be filled here. */
  readonly fileStore: { fill(): Promise<void>; free(): Promise<void> } | undefined;
  /** Past every line, as the owner. */
  database(): Promise<Client>;
  /** For the command line, past every line. */
  settings(): Readonly<Record<string, string>>;
  /** What its programs said last, for a drill that can't go on. */
  tails(): string;
}

export const password = 'muong-song-da-2017';

/** The settings that every program of an installation shares. */
export function sharedSettings(): Record<string, string> {
  return {
    LOG_LEVEL: 'error',
    SIGN_IN_PER_MINUTE: '100000',
    SECRET_KEY: randomBytes(24).toString('hex'),
    WEBHOOK_NETWORKS: '127.0.0.0/8',
    SWEEP_SECONDS: '5',
    SOFFICE_PATH: 'none',
  };
}

export function mainOf(app: 'api' | 'worker' | 'standalone'): string {
  return join(productFolder, 'dist', 'apps', app, 'src', 'main.js');
}

export async function untilReady(address: string, tails: () => string): Promise<void> {
  try {
    await waitUntil(`${address} is ready`, 120_000, async () => (await fetch(`${address}/api/v1/health/ready`)).ok);
  } catch (error) {
    throw new Error(`${String(error)}\n${tails()}`, { cause: error });
  }
}
