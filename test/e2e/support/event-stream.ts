import { LiveEvent } from '#contracts';
import type { Caller } from './caller.js';

export interface StreamMessage {
  /** `message` for a live event, else `ready` or `alive`. */
  readonly type: string;
  readonly data: string;
  /** After which a stream that was cut goes on. */
  readonly id: string;
}

/** An open stream of server-sent events; collects what it says until it ends. */
export class EventStream {
  readonly messages: StreamMessage[] = [];
  hasEnded = false;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  static async open(by: Caller, headers: Readonly<Record<string, string>> = {}): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(`${by.url}/api/v1/events`, {
      headers: { ...by.credentials, accept: 'text/event-stream', ...headers },
      signal: abort.signal,
    });
    const stream = new EventStream(response, abort);
    void stream.read();
    return stream;
  }

  get events(): LiveEvent[] {
    return this.messages.filter(({ type }) => type === 'message').map(({ data }) => LiveEvent.parse(JSON.parse(data)));
  }

  /** What `ready` said: whether the stream went on where it was cut. */
  get isResumed(): boolean {
    const ready = this.messages.find(({ type }) => type === 'ready');
    return ready !== undefined && (JSON.parse(ready.data) as { resumed: boolean }).resumed;
  }

  get lastEventId(): string {
    return this.messages.findLast(({ id }) => id !== '')?.id ?? '';
  }

  says(type: string): boolean {
    return this.messages.some((message) => message.type === type);
  }

  close(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        this.messages.push(...blocks.map(messageOf).filter(({ data }) => data !== ''));
      }
    } catch {
      // Closed by us, or by the server without a farewell: either way it has ended.
    }
    this.hasEnded = true;
  }
}

function messageOf(block: string): StreamMessage {
  const field = (name: string): string | undefined =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return { type: field('event') ?? 'message', data: field('data') ?? '', id: field('id') ?? '' };
}
