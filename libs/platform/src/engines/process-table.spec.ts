import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { birthOf, commandOf, isRunning } from './process-table.js';

describe('the table of processes', () => {
  it('knows a process from its start to its end', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', 'a mark']);
    const pid = child.pid ?? 0;
    expect(isRunning(pid)).toBe(true);
    expect(commandOf(pid)).toContain('a mark');
    const gone = once(child, 'close');
    child.kill('SIGKILL');
    await gone;
    expect(isRunning(pid)).toBe(false);
    expect(commandOf(pid)).toBe('');
    expect(birthOf(pid)).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')('tells processes apart by their start', () => {
    expect(birthOf(process.pid)).toBe(birthOf(process.pid));
    expect(birthOf(process.pid)).not.toBe(birthOf(process.ppid));
  });
});
