import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PostgresLog } from './postgres-log.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vanthu-log-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the log of PostgreSQL', () => {
  it('hands on whole lines, however the output is cut', () => {
    const lines: string[] = [];
    const log = new PostgresLog((line) => lines.push(line));
    log.write('LOG:  start');
    log.write('ing\nLOG:  ready\nLO');
    expect(lines).toEqual(['LOG:  starting', 'LOG:  ready']);
  });

  it('remembers the last twenty lines', () => {
    const log = new PostgresLog(() => undefined);
    for (let line = 1; line <= 50; line += 1) {
      log.write(`${line}\n`);
    }
    expect(log.tail).toHaveLength(20);
    expect(log.tail.at(-1)).toBe('50');
  });

  it('never takes more than twice its bound on disk', () => {
    const file = join(folder, 'postgresql.log');
    const log = new PostgresLog(file);
    const line = `${'x'.repeat(1024 * 1024 - 1)}\n`;
    for (let megabytes = 0; megabytes < 25; megabytes += 1) {
      log.write(line);
    }
    const sizes = [file, `${file}.1`].map((path) => statSync(path).size);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(6 * 1024 * 1024);
    expect(readFileSync(file, 'utf8').endsWith('x\n')).toBe(true);
  });

  it('does not disturb the application when the disk takes nothing more', () => {
    const log = new PostgresLog(join(folder, 'missing', 'postgresql.log'));
    log.write('LOG:  ready\n');
    expect(log.tail).toEqual(['LOG:  ready']);
  });
});
