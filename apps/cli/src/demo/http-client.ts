import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { Problem, SessionView } from '#contracts';
import { newId } from '#kernel';

/** The API answered with a problem. */
export class Refused extends Error {
  override name = 'Refused';

  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
  }
}

/** One signed-in person who uses the API as the web does: cookie, CSRF token, idempotency keys. */
export class HttpClient {
  private constructor(
    private readonly baseUrl: string,
    private readonly cookie: string,
    readonly session: SessionView,
  ) {}

  static async signIn(baseUrl: string, userName: string, password: string): Promise<HttpClient> {
    const response = await fetch(`${baseUrl}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userName, password }),
    });
    const session = await readAnswer(response, SessionView);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new HttpClient(baseUrl, cookie, session);
  }

  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return readAnswer(await this.send('GET', path), schema);
  }

  async post<Schema extends z.ZodType>(path: string, schema: Schema, body?: unknown): Promise<z.infer<Schema>> {
    const headers = { 'idempotency-key': newId(), 'content-type': 'application/json' };
    return readAnswer(await this.send('POST', path, headers, JSON.stringify(body ?? {})), schema);
  }

  /** Writes over the version that was read. */
  async put<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    version: number,
    body: unknown,
  ): Promise<z.infer<Schema>> {
    const headers = { 'if-match': `"${version}"`, 'content-type': 'application/json' };
    return readAnswer(await this.send('PUT', path, headers, JSON.stringify(body)), schema);
  }

  /** Streams a file from disk, or sends bytes. */
  async upload<Schema extends z.ZodType>(
    path: string,
    source: string | Uint8Array,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const body =
      typeof source === 'string'
        ? (Readable.toWeb(createReadStream(source)) as ReadableStream<Uint8Array>)
        : Uint8Array.from(source);
    return readAnswer(await this.send('PUT', path, { 'content-type': 'application/octet-stream' }, body), schema);
  }

  /** The bytes of a file as they come. */
  async download(path: string): Promise<AsyncIterable<Uint8Array>> {
    const response = await this.send('GET', path);
    if (!response.ok || response.body === null) {
      throw new Refused(Problem.parse(await response.json()));
    }
    return response.body;
  }

  private async send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  ): Promise<Response> {
    return fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: { ...headers, cookie: this.cookie, 'x-csrf-token': this.session.csrfToken },
      ...(body !== undefined && { body, duplex: 'half' }),
    });
  }
}

async function readAnswer<Schema extends z.ZodType>(response: Response, schema: Schema): Promise<z.infer<Schema>> {
  const answer: unknown = await response.json();
  if (!response.ok) {
    throw new Refused(Problem.parse(answer));
  }
  return schema.parse(answer);
}
