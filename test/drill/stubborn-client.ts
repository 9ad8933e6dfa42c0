import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';
import { SessionView } from '#contracts';
import { newId } from '#kernel';

const requestLimitMs = 15_000;
const giveUpAfterMs = 180_000;

/** A file that is still being looked at says: wait and do it again. */
function isPassing(status: number, answer: string): boolean {
  return status >= 500 || status === 429 || status === 408 || answer.includes('"document.file-waiting"');
}

/** The API said no, and will say it again. */
export class Refused extends Error {
  override name = 'Refused';
}

/** Counts what clients went through. */
export class ClientFigures {
  retries = 0;
}

/**
 * A person’s client that asks until it has an answer, by whichever address answers, each POST with one key for all its
 * tries: an answer that was lost is given again.
 */
export class StubbornClient {
  private turn = 0;

  private constructor(
    private readonly addresses: readonly string[],
    private readonly figures: ClientFigures,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  static async signIn(
    addresses: readonly string[],
    figures: ClientFigures,
    credentials: Readonly<{ userName: string; password: string }>,
  ): Promise<StubbornClient> {
    const anonymous = new StubbornClient(addresses, figures, { 'content-type': 'application/json' });
    const answer = await anonymous.ask('POST', '/session', {}, JSON.stringify(credentials));
    const { csrfToken } = SessionView.parse(await answer.json());
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new StubbornClient(addresses, figures, { cookie, 'x-csrf-token': csrfToken });
  }

  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return schema.parse(await this.ask('GET', path, {}).then((answer) => answer.json()));
  }

  async post<Schema extends z.ZodType>(path: string, schema: Schema, body: unknown = {}): Promise<z.infer<Schema>> {
    const headers = { 'idempotency-key': newId(), 'content-type': 'application/json' };
    return schema.parse(await this.ask('POST', path, headers, JSON.stringify(body)).then((answer) => answer.json()));
  }

  async put<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    body: string | Buffer,
    headers: Readonly<Record<string, string>>,
  ): Promise<z.infer<Schema>> {
    return schema.parse(await this.ask('PUT', path, headers, body).then((answer) => answer.json()));
  }

  async bytes(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.ask('GET', path, {})).arrayBuffer());
  }

  /** The body has come whole when this answers. */
  private async ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Buffer,
  ): Promise<Response> {
    const until = Date.now() + giveUpAfterMs;
    for (;;) {
      let fault: string;
      try {
        const answer = await this.askOnce(method, path, headers, body);
        if (answer.ok) {
          return answer;
        }
        fault = `${answer.status} ${await answer.text()}`;
        if (!isPassing(answer.status, fault)) {
          throw new Refused(`${method} ${path}: ${fault}`);
        }
      } catch (error) {
        if (error instanceof Refused) {
          throw error;
        }
        fault = String(error);
      }
      if (Date.now() > until) {
        throw new Error(`${method} ${path} had no answer for ${giveUpAfterMs / 1000} s: ${fault}`);
      }
      this.figures.retries += 1;
      this.turn += 1;
      await delay(150);
    }
  }

  private async askOnce(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | Buffer | undefined,
  ): Promise<Response> {
    const address = this.addresses[this.turn % this.addresses.length] ?? '';
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { ...this.headers, ...headers },
      signal: AbortSignal.timeout(requestLimitMs),
      ...(body !== undefined && { body: typeof body === 'string' ? body : Uint8Array.from(body) }),
    });
    const content = await response.arrayBuffer();
    return new Response(response.status === 204 ? null : content, response);
  }
}
