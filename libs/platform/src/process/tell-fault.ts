import { ConfigError } from '../config/config.js';
import { DataFolderInUse } from '../engines/data-folder-in-use.js';
import { PostgresFailed } from '../engines/postgres-failed.js';

/** A fault whose message says all that the person at the terminal needs. */
export class PlainFault extends Error {
  override name = 'PlainFault';
}

/**
 * Tells a fault that the person at the terminal can mend in a sentence, any other with its stack. Gives the exit code:
 * 2 for wrong settings, 1 for the rest.
 */
export function tellFault(error: unknown): number {
  const isPlain =
    error instanceof PlainFault ||
    error instanceof ConfigError ||
    error instanceof DataFolderInUse ||
    error instanceof PostgresFailed;
  process.stderr.write(`${isPlain || isConnectionFault(error) ? messageOf(error) : stackOf(error)}\n`);
  return error instanceof ConfigError ? 2 : 1;
}

/** A database, queue or store that does not answer is no fault of ours to show a stack for. */
function isConnectionFault(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EADDRINUSE', 'EACCES', '28P01', '3D000'].includes(code);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.message === '' && 'code' in error ? String(error.code) : error.message;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
