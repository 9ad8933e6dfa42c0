import { type ClientRequest, get, type IncomingMessage } from 'node:http';

export interface Heard {
  readonly eventId: string;
  readonly topic: string;
  readonly at: number;
}

/** One clerk with the page open: hears the live line as a browser does, and reads the list again when it is told to. */
export class LiveClerk {
  onHeard: (heard: Heard) => void = () => undefined;
  private rest = '';

  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly request: ClientRequest,
  ) {}

  static async open(url: string, cookie: string): Promise<LiveClerk> {
    const request = get(`${url}/api/v1/events`, { agent: false, headers: { cookie, accept: 'text/event-stream' } });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.on('response', resolve);
      request.on('error', reject);
    });
    if (response.statusCode !== 200) {
      throw new Error(`the live line was answered with ${response.statusCode}`);
    }
    const clerk = new LiveClerk(url, cookie, request);
    await new Promise<void>((ready) => {
      response.on('data', (chunk: Buffer) => {
        ready();
        clerk.take(chunk.toString('utf8'));
      });
    });
    request.on('error', () => undefined);
    return clerk;
  }

  /** Whether the list of what waits names the document. */
  async sees(symbol: string): Promise<boolean> {
    const response = await fetch(`${this.url}/api/v1/arrivals?box=to-receive&limit=50`, {
      headers: { cookie: this.cookie },
    });
    const { items } = (await response.json()) as { items: readonly { symbol: string }[] };
    return items.some((one) => one.symbol === symbol);
  }

  close(): void {
    this.request.destroy();
  }

  private take(text: string): void {
    const at = performance.now();
    const messages = (this.rest + text).split('\n\n');
    this.rest = messages.pop() ?? '';
    for (const message of messages) {
      const fields = new Map(message.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
      const data = fields.get('data');
      const eventId = fields.get('id');
      if (fields.get('event') === undefined && data !== undefined && eventId !== undefined) {
        const { topic } = JSON.parse(data) as { topic?: string };
        this.onHeard({ eventId, topic: topic ?? '', at });
      }
    }
  }
}
