import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgres } from '#platform';
import { ChildEngine, type TestS3, waitUntil } from '#testing';

/** A running program of the installation that can be killed, held, and started again. */
export interface Part {
  kill(): Promise<void>;
  /** After a kill. Returns when it was started, not when it is ready: what it needs may be down too. */
  start(): Promise<void>;
  hold(): void;
  release(): void;
}

const endLimitMs = 20_000;

async function ended(engine: ChildEngine): Promise<void> {
  await waitUntil('the process is gone', endLimitMs, () => Promise.resolve(engine.hasEnded));
}

/** One of our own programs, or Redis. What ends by itself is started again, as a supervisor would. */
export class ProgramPart implements Part {
  private engine: ChildEngine;
  private isWanted = true;

  constructor(
    private readonly program: string,
    private readonly args: readonly string[],
    private readonly environment: Readonly<Record<string, string>> = {},
  ) {
    this.engine = this.spawn();
  }

  get pid(): number {
    return this.engine.pid;
  }

  get tail(): string {
    return this.engine.tail;
  }

  async kill(): Promise<void> {
    this.isWanted = false;
    this.engine.signal('SIGKILL');
    await ended(this.engine);
  }

  start(): Promise<void> {
    this.isWanted = true;
    this.engine = this.spawn();
    return Promise.resolve();
  }

  hold(): void {
    this.engine.signal('SIGSTOP');
  }

  release(): void {
    this.engine.signal('SIGCONT');
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    this.engine.signal('SIGCONT');
    await this.engine.stop();
  }

  private spawn(): ChildEngine {
    const { PATH = '', HOME = '' } = process.env;
    const settings = Object.entries({ PATH, HOME, ...this.environment }).map(([name, value]) => `${name}=${value}`);
    const engine = ChildEngine.spawn('/usr/bin/env', ['-i', ...settings, this.program, ...this.args]);
    void this.supervise(engine);
    return engine;
  }

  private async supervise(engine: ChildEngine): Promise<void> {
    do {
      await delay(200, undefined, { ref: false });
    } while (this.isWanted && this.engine === engine && !engine.hasEnded);
    if (this.isWanted && this.engine === engine) {
      this.engine = this.spawn();
    }
  }
}

/** The PostgreSQL of the separate engines, durable as in an office. */
export class PostgresPart implements Part {
  private constructor(
    private readonly folder: string,
    private engine: EmbeddedPostgres,
  ) {}

  static async begin(folder: string): Promise<PostgresPart> {
    return new PostgresPart(folder, await EmbeddedPostgres.start({ dataDir: folder }));
  }

  /** As the owner of the tables. */
  get url(): string {
    return this.engine.url;
  }

  get applicationUrl(): string {
    return this.engine.applicationUrl;
  }

  get port(): number {
    return Number(new URL(this.engine.url).port);
  }

  async kill(): Promise<void> {
    process.kill(this.postmaster(), 'SIGKILL');
    // Finds it gone and gives its folder free.
    await this.engine.stop();
  }

  async start(): Promise<void> {
    this.engine = await EmbeddedPostgres.start({ dataDir: this.folder });
  }

  hold(): void {
    signalTree(this.postmaster(), 'SIGSTOP');
  }

  release(): void {
    signalTree(this.postmaster(), 'SIGCONT');
  }

  async stop(): Promise<void> {
    await this.engine.stop();
  }

  private postmaster(): number {
    return postmasterOf(this.engine.dataDir).pid;
  }
}

/** The S3 gateway, over a store that stays. */
export class GatewayPart implements Part {
  constructor(private readonly store: TestS3) {}

  async kill(): Promise<void> {
    const gateway = this.store.gateway();
    gateway.signal('SIGKILL');
    await ended(gateway);
  }

  async start(): Promise<void> {
    await this.store.restartGateway();
  }

  hold(): void {
    this.store.gateway().signal('SIGSTOP');
  }

  release(): void {
    this.store.gateway().signal('SIGCONT');
  }
}

/** The PostgreSQL that the standalone server runs itself; it ends with it and is started again by it. */
export class InnerPostgresPart implements Part {
  private held = 0;

  constructor(private readonly cluster: string) {}

  kill(): Promise<void> {
    process.kill(postmasterOf(this.cluster).pid, 'SIGKILL');
    return Promise.resolve();
  }

  /** The standalone server ends with its database and is started again by whoever supervises it. */
  start(): Promise<void> {
    return Promise.resolve();
  }

  hold(): void {
    this.held = postmasterOf(this.cluster).pid;
    signalTree(this.held, 'SIGSTOP');
  }

  release(): void {
    signalTree(this.held, 'SIGCONT');
  }
}

/** What a running cluster says of itself. */
export function postmasterOf(cluster: string): { pid: number; port: number } {
  const lines = readFileSync(`${cluster}/postmaster.pid`, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

/** A server and the processes of its sessions. */
function signalTree(pid: number, signal: NodeJS.Signals): void {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  for (const each of [pid, ...children.split(' ').filter(Boolean).map(Number)]) {
    try {
      process.kill(each, signal);
    } catch {
      // A session that ended meanwhile.
    }
  }
}
