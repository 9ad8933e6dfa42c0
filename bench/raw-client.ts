import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { SessionView } from '#contracts';

const readBytes = 1_048_576;

/** A signed-in client on Node's own sockets: it costs little, so that the server is what is measured. */
export class RawClient {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(
    private readonly baseUrl: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static anonymous(baseUrl: string): RawClient {
    return new RawClient(baseUrl, {});
  }

  static async signIn(
    baseUrl: string,
    credentials: { readonly userName: string; readonly password: string },
  ): Promise<RawClient> {
    const answer = await fetch(`${baseUrl}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    });
    const { csrfToken } = SessionView.parse(await answer.json());
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new RawClient(baseUrl, { cookie, 'x-csrf-token': csrfToken });
  }

  /** One GET whose body is thrown away. */
  async get(path: string): Promise<void> {
    const answer = await this.open('GET', path);
    answer.resume();
    await once(answer, 'end');
  }

  /** Sends a file with its length, as a browser does. */
  async upload(path: string, file: string): Promise<void> {
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(statSync(file).size) };
    const answer = await this.open('PUT', path, headers, file);
    answer.resume();
    await once(answer, 'end');
  }

  /** One request of tus, with its bytes. */
  async tus(method: string, path: string, headers: Readonly<Record<string, string>>, bytes?: Buffer): Promise<void> {
    const length = { 'content-length': String(bytes?.length ?? 0), 'tus-resumable': '1.0.0' };
    const answer = await this.open(method, path, { ...headers, ...length }, bytes);
    answer.resume();
    await once(answer, 'end');
  }

  /** The digest of the bytes that came, in hexadecimal. */
  async download(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of await this.open('GET', path)) {
      hash.update(chunk as Buffer);
    }
    return hash.digest('hex');
  }

  close(): void {
    this.agent.destroy();
  }

  private async open(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body: string | Buffer = '',
  ): Promise<IncomingMessage> {
    const sent = request(`${this.baseUrl}/api/v1${path}`, {
      agent: this.agent,
      method,
      headers: { ...this.headers, ...headers },
    });
    // A text names a file.
    const content =
      typeof body === 'string' && body !== '' ? createReadStream(body, { highWaterMark: readBytes }) : [body];
    const [[answer]] = await Promise.all([
      once(sent, 'response') as Promise<[IncomingMessage]>,
      pipeline(content, sent),
    ]);
    if (answer.statusCode === undefined || answer.statusCode >= 300) {
      throw new Error(`${method} ${path} was answered with ${answer.statusCode}`);
    }
    return answer;
  }
}
