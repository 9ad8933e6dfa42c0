import pg from 'pg';

export interface ListenerOptions {
  readonly url: string;
  readonly channel: string;
  readonly onNotice: (payload: string) => void;
  /** Called whenever listening begins (again): what was said before may have been missed. */
  readonly onListening: () => void;
  readonly onFault: (error: Error) => void;
}

const firstPause = 250;
const longestPause = 10_000;

/** Listens on one channel of PostgreSQL on a connection of its own, and comes back after a lost one. */
export class Listener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = firstPause;
  private stopped = false;

  constructor(private readonly options: ListenerOptions) {}

  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.url,
      keepAlive: true,
      application_name: `vanthu ${this.options.channel}`,
    });
    this.client = client;
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client));
    client.on('notification', (notice) => this.options.onNotice(notice.payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.options.channel)}`);
      this.pause = firstPause;
      this.options.onListening();
    } catch (error) {
      this.lost(client, error instanceof Error ? error : new Error(String(error)));
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private lost(client: pg.Client, error?: Error): void {
    if (this.stopped || this.client !== client) {
      return;
    }
    this.client = undefined;
    if (error !== undefined) {
      this.options.onFault(error);
    }
    void client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.start(), this.pause);
    this.pause = Math.min(this.pause * 2, longestPause);
  }
}
