import { renameSync, writeFileSync } from 'node:fs';

/**
 * Loaded before a program that is measured: on SIGWINCH it clears its memory and writes down what is left.
 * Nest ends a program at nearly every other signal.
 */
const file = process.env['BENCH_MEMORY_FILE'];
if (file !== undefined) {
  process.on('SIGWINCH', () => {
    globalThis.gc?.();
    globalThis.gc?.();
    writeFileSync(`${file}.next`, JSON.stringify(process.memoryUsage()));
    renameSync(`${file}.next`, file);
  });
}
