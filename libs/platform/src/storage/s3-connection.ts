import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { setTimeout as delay } from 'node:timers/promises';

import { Client } from 'minio';

import { FileStoreUnavailable } from './file-errors.js';

export interface S3Options {
  /** `http(s)://host[:port]`, without a path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** `us-east-1` unless set, which every store but AWS takes. */
  readonly region?: string;
}

/** A store that says nothing for this long is taken for gone; the client by itself would wait for ever. */
const ANSWER_TIMEOUT_MS = 60_000;
const ATTEMPTS = 3;
const RETRY_MS = 200;

/** The client of one bucket, with what it lacks: a bound on silence, and errors that say whether a retry can help. */
export class S3Connection {
  readonly client: Client;
  readonly bucket: string;

  constructor(private readonly options: S3Options) {
    const { hostname, port, protocol } = new URL(options.endpoint);
    const secure = protocol === 'https:';
    this.bucket = options.bucket;
    this.client = new Client({
      endPoint: hostname,
      port: port === '' ? (secure ? 443 : 80) : Number(port),
      useSSL: secure,
      accessKey: options.accessKey,
      secretKey: options.secretKey,
      region: options.region ?? 'us-east-1',
      pathStyle: true,
      transport: { request: bounded(secure ? https.request : http.request) as typeof http.request },
      retryOptions: { disableRetry: true },
    });
  }

  /** One request, repeated where the network or the store failed it: only for requests that may happen twice. */
  async repeatable<T>(what: string, request: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request();
      } catch (error) {
        if (attempt === ATTEMPTS || !isPassing(error)) {
          throw this.unavailable(what, error);
        }
        await delay(RETRY_MS * attempt);
      }
    }
  }

  /** The same, with undefined where the object is not there. */
  async found<T>(what: string, request: () => Promise<T>): Promise<T | undefined> {
    return this.repeatable(what, async () => {
      try {
        return await request();
      } catch (error) {
        if (isMissingObject(error)) {
          return undefined;
        }
        throw error;
      }
    });
  }

  unavailable(what: string, cause: unknown): FileStoreUnavailable {
    const { endpoint } = this.options;
    const why = [s3Code(cause), cause instanceof Error ? cause.message : String(cause)].filter(Boolean).join(' ');
    return new FileStoreUnavailable(`S3 store ${endpoint}, bucket ${this.bucket}: can’t ${what}: ${why}`, { cause });
  }
}

/** The code in the store's answer (`NoSuchKey`) or of the network (`ECONNREFUSED`). */
export function s3Code(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function isMissingObject(error: unknown): boolean {
  const code = s3Code(error);
  return code === 'NoSuchKey' || code === 'NotFound';
}

/** The client turns answers of 5xx into a plain error with a sentence, and network faults keep their system code. */
function isPassing(error: unknown): boolean {
  const code = s3Code(error);
  if (code === undefined) {
    return error instanceof Error && error.message.startsWith('Request failed after');
  }
  return /^E[A-Z]+$/.test(code) || code === 'SlowDown' || code === 'InternalError' || code === 'ServiceUnavailable';
}

type Request = (options: RequestOptions, onResponse?: (response: IncomingMessage) => void) => ClientRequest;

function bounded(request: Request): Request {
  return (options, onResponse) => {
    const sent = request(options, onResponse);
    sent.setTimeout(ANSWER_TIMEOUT_MS, () => {
      sent.destroy(Object.assign(new Error('the store does not answer'), { code: 'ETIMEDOUT' }));
    });
    // From the answer on, whoever reads sets the pace: a slow reader is no fault of the store.
    sent.once('response', () => sent.setTimeout(0));
    return sent;
  };
}
