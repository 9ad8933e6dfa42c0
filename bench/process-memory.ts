import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const bytesPerMegabyte = 1_000_000;

/** The memory of a process as Linux counts it: the highest mark is the kernel's own, so no peak falls between looks. */
export class ProcessMemory {
  private readonly status: string;

  constructor(private readonly pid: number) {
    this.status = `/proc/${pid}/status`;
    if (!existsSync(this.status)) {
      throw new Error('the memory of a process is read from /proc: this benchmark needs Linux');
    }
  }

  /** Resident now, in MB. */
  resident(): number {
    return this.read('VmRSS');
  }

  /** The highest since the last `forgetPeak`, in MB. */
  peak(): number {
    return this.read('VmHWM');
  }

  forgetPeak(): void {
    writeFileSync(`/proc/${this.pid}/clear_refs`, '5');
  }

  private read(field: string): number {
    const match = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(this.status, 'utf8'));
    if (match === null) {
      throw new Error(`${this.status} does not say ${field}`);
    }
    return (Number(match[1]) * 1024) / bytesPerMegabyte;
  }
}
