import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { guardedProfile } from './guarded-profile.js';
import { pathOfOffice } from './path-of-office.js';

export type OfficeEnding = 'doc' | 'docx' | 'xls' | 'xlsx';

export interface OfficeOptions {
  /** As SOFFICE_PATH says it. */
  readonly program: string | undefined;
  /** The PATH, where it is looked for without that. */
  readonly searchPath?: string;
  /** Where it works on copies. */
  readonly folder: string;
  /** Milliseconds for one file. */
  readonly timeLimit?: number;
}

/** The program has nothing to give for this file. */
export class ConversionFailed extends Error {
  override name = 'ConversionFailed';

  constructor(
    readonly fault: 'damaged' | 'too-long',
    cause?: unknown,
  ) {
    super(`the file gave no pages: ${fault}`, { cause });
  }
}

/** [own] A document of daily work takes two to five seconds. */
const usualTimeLimit = 60_000;
const quietly = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nologo'] as const;
/** What a crash left behind is older than any conversion. */
const leftBehindAfter = 15 * 60_000;

/**
 * Turns Word and Excel files into PDF with LibreOffice: a copy under a neutral name, a profile of its own that runs no
 * macro and fetches nothing, an empty environment, and an end by force for all of its processes.
 */
export class OfficeConverter {
  readonly #program: string | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: OfficeOptions) {
    this.#program = pathOfOffice(options.program, options.searchPath ?? '');
  }

  get isThere(): boolean {
    return this.#program !== undefined;
  }

  /**
   * One file at a time; `use` gets the path of the PDF, which is gone afterwards.
   *
   * @throws ConversionFailed when there is none.
   */
  async toPdf<Result>(content: Readable, ending: OfficeEnding, use: (pdf: string) => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(() => this.#convert(content, ending, use));
    this.#last = turn.catch(() => undefined);
    return turn.finally(() => content.destroy());
  }

  async #convert<Result>(content: Readable, ending: OfficeEnding, use: (pdf: string) => Promise<Result>) {
    await mkdir(this.options.folder, { recursive: true });
    await this.#removeLeftBehind();
    const folder = await mkdtemp(join(this.options.folder, 'rendition-'));
    try {
      const original = join(folder, `original.${ending}`);
      await pipeline(content, createWriteStream(original));
      await mkdir(join(folder, 'profile', 'user'), { recursive: true });
      await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), guardedProfile);
      await this.#run(folder, original);
      const pdf = join(folder, 'original.pdf');
      const isMade = await stat(pdf).catch(() => undefined);
      if (isMade === undefined || isMade.size === 0) {
        throw new ConversionFailed('damaged');
      }
      return await use(pdf);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  async #run(folder: string, original: string): Promise<void> {
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const child = spawn(
      this.#program ?? '',
      [`-env:UserInstallation=${profile}`, ...quietly, '--convert-to', 'pdf', '--outdir', folder, original],
      { cwd: folder, detached: true, stdio: 'ignore', env: { PATH: '/usr/bin:/bin', HOME: folder, TMPDIR: folder } },
    );
    const ended = await endOf(child, this.options.timeLimit ?? usualTimeLimit);
    if (ended !== 'done') {
      throw new ConversionFailed(ended);
    }
  }

  async #removeLeftBehind(): Promise<void> {
    for (const name of await readdir(this.options.folder)) {
      const path = join(this.options.folder, name);
      const found = await stat(path).catch(() => undefined);
      if (found !== undefined && found.mtimeMs < Date.now() - leftBehindAfter) {
        await rm(path, { recursive: true, force: true });
      }
    }
  }
}

/** Its launcher starts the real program beside itself: the whole group ends, with us at the latest. */
async function endOf(child: ChildProcess, timeLimit: number): Promise<'done' | 'damaged' | 'too-long'> {
  const kill = (): void => killGroup(child.pid);
  process.once('exit', kill);
  let isTooLong = false;
  const timer = setTimeout(() => {
    isTooLong = true;
    kill();
  }, timeLimit);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('exit', (exitCode) => resolve(exitCode));
    });
    if (isTooLong) {
      return 'too-long';
    }
    return code === 0 ? 'done' : 'damaged';
  } finally {
    clearTimeout(timer);
    process.removeListener('exit', kill);
    kill();
  }
}

function killGroup(leader: number | undefined): void {
  try {
    if (leader !== undefined) {
      process.kill(-leader, 'SIGKILL');
    }
  } catch {
    // Nobody of it is left.
  }
}
