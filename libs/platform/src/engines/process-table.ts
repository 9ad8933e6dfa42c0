import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const HAS_PROC = existsSync('/proc/self/stat');

/** Whether a process runs. One that has ended and only waits to be reaped (a zombie) does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return statFields(pid)?.[0] !== 'Z';
}

/**
 * What tells a process from a later one with the same number: the boot it belongs to and its start in clock ticks.
 * Undefined where the system has no /proc, or when the process is gone.
 */
export function birthOf(pid: number): string | undefined {
  // The start time is field 22 of the line, the 20th after the name in parentheses.
  const start = statFields(pid)?.[19];
  if (start === undefined) {
    return undefined;
  }
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${start}`;
}

/** The command line of a process, its words parted by spaces; empty when it can't be known. */
export function commandOf(pid: number): string {
  try {
    if (HAS_PROC) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function statFields(pid: number): string[] | undefined {
  if (!HAS_PROC) {
    return undefined;
  }
  try {
    // The name in parentheses may hold spaces and parentheses itself, so the fields are counted from the last one.
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
