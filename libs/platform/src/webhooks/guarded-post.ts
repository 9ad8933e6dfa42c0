import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { AddressNotAllowed, NetworkGuard } from './network-guard.js';

/** Milliseconds until a message counts as not answered; the answer’s body included. */
const longestPatience = 20_000;
const longestAnswer = 64 * 1024;

export type PostFault = 'connection-refused' | 'timed-out' | 'name-not-found' | 'tls-fault' | 'address-not-allowed';

export type PostOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter: string | undefined; readonly body: string }
  | { readonly kind: 'fault'; readonly fault: PostFault; readonly detail: string }
  /** Something that has no name here. */
  | { readonly kind: 'unknown'; readonly detail: string };

/**
 * Posts JSON to a system that is not ours: over TLS, to addresses that are allowed at the moment of connecting, without
 * following it anywhere else, and with bounds on time and on what it may answer. It never throws.
 */
@Injectable()
export class GuardedPost {
  private readonly guard: NetworkGuard;

  constructor(config: Config) {
    this.guard = new NetworkGuard(config.webhookNetworks);
  }

  async execute(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
    patience = longestPatience,
  ): Promise<PostOutcome> {
    try {
      return await this.post(new URL(url), headers, body, patience);
    } catch (error) {
      return faultOf(error);
    }
  }

  private async post(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: string,
    patience: number,
  ): Promise<PostOutcome> {
    const { address, family, isNamed } = await this.guard.find(url.hostname);
    if (url.protocol !== 'https:' && !isNamed) {
      throw new AddressNotAllowed('without TLS messages go to networks that WEBHOOK_NETWORKS names only');
    }
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const request = ask(url, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'vanthu',
        },
        signal: AbortSignal.timeout(patience),
        // The address that was checked, not another one that the name may have by now.
        lookup: (_host, _options, found) => found(null, [{ address, family }]),
      });
      request.on('error', reject);
      request.on('response', (response) => {
        read(request, response).then(resolve, reject);
      });
      request.end(body);
    });
  }
}

async function read(request: ClientRequest, response: IncomingMessage): Promise<PostOutcome> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestAnswer) {
      request.destroy();
      return { kind: 'unknown', detail: `the answer ${response.statusCode} is longer than 64 kB` };
    }
    chunks.push(chunk);
  }
  return {
    kind: 'answer',
    status: response.statusCode ?? 0,
    retryAfter: response.headers['retry-after'],
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

const faultsByCode: readonly (readonly [RegExp, PostFault])[] = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENODATA)$/, 'name-not-found'],
  [/^(ETIMEDOUT|ABORT_ERR|ESOCKETTIMEDOUT)$/, 'timed-out'],
  [/^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/, 'connection-refused'],
  [/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH)/, 'tls-fault'],
];

function faultOf(error: unknown): PostOutcome {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof AddressNotAllowed) {
    return { kind: 'fault', fault: 'address-not-allowed', detail };
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { kind: 'fault', fault: 'timed-out', detail };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const fault = faultsByCode.find(([pattern]) => pattern.test(code))?.[1];
  return fault === undefined ? { kind: 'unknown', detail } : { kind: 'fault', fault, detail };
}
