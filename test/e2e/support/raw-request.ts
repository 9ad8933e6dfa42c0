import { request } from 'node:http';
import { Answer } from './answer.js';
import type { Caller } from './caller.js';

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as they are; without a content-length among the headers the body goes in chunks. */
  readonly parts?: readonly Uint8Array[];
}

/** A request whose path and framing nobody tidies up; the answer counts, even when it comes before the body’s end. */
export async function sendRaw(by: Caller, { method, path, headers = {}, parts = [] }: RawRequest): Promise<Answer> {
  const { hostname, port } = new URL(by.url);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { hostname, port, method, path, headers: { ...by.credentials, ...headers }, agent: false },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const answered = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
          resolve(Answer.from(incoming.statusCode ?? 0, Object.fromEntries(answered), Buffer.concat(chunks)));
          outgoing.destroy();
        });
      },
    );
    outgoing.on('error', reject);
    for (const part of parts) {
      outgoing.write(part);
    }
    outgoing.end();
  });
}
