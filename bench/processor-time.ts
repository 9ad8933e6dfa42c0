import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, on every machine that Node runs on. */
const msPerTick = 10;

/** Processor time that a process has used so far, without its children; not a number where there is no /proc. */
export function processorMs(pid: number): number {
  try {
    // The name in brackets may hold spaces; the numbers begin after it, with the state as field 3 of proc(5).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * msPerTick;
  } catch {
    return Number.NaN;
  }
}
