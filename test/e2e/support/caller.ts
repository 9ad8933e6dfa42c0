import { SessionView } from '#contracts';
import { Answer } from './answer.js';

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
}

/** Somebody who calls the API, as a browser would or as no browser would. */
export class Caller {
  private constructor(
    readonly url: string,
    readonly cookie: string,
    private readonly signedIn: SessionView | undefined,
    private readonly accessToken = '',
  ) {}

  static stranger(url: string): Caller {
    return new Caller(url, '', undefined);
  }

  static async signIn(url: string, userName: string, password: string): Promise<Caller> {
    const answer = await Caller.stranger(url).call('POST', '/session', { json: { userName, password } });
    const session = answer.as(SessionView);
    return new Caller(url, cookieOf(answer), session);
  }

  /** Another system that holds an access token. */
  static withToken(url: string, accessToken: string): Caller {
    return new Caller(url, '', undefined, accessToken);
  }

  /** Who holds this cookie already. */
  static async withCookie(url: string, cookie: string): Promise<Caller> {
    const answer = await Caller.stranger(url).call('GET', '/session', { headers: { cookie } });
    return new Caller(url, cookie, answer.as(SessionView));
  }

  get session(): SessionView {
    if (this.signedIn === undefined) {
      throw new Error('this caller is not signed in');
    }
    return this.signedIn;
  }

  /** What makes a request this person’s. */
  get credentials(): Readonly<Record<string, string>> {
    if (this.accessToken !== '') {
      return { authorization: `Bearer ${this.accessToken}` };
    }
    return this.signedIn === undefined ? {} : { cookie: this.cookie, 'x-csrf-token': this.signedIn.csrfToken };
  }

  /** A header given as an empty text is left out. */
  async call(method: string, path: string, { headers = {}, json, body }: Call = {}): Promise<Answer> {
    const all = {
      ...this.credentials,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    };
    const content = json === undefined ? body : JSON.stringify(json);
    return Answer.of(
      await fetch(`${this.url}/api/v1${path}`, {
        method,
        headers: Object.entries(all).filter(([, value]) => value !== ''),
        ...(content !== undefined && { body: content }),
      }),
    );
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.call('GET', path, { headers });
  }

  async post(path: string, json: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.call('POST', path, { json, headers });
  }
}

/** The first cookie of an answer as a browser sends it back. */
export function cookieOf(answer: Answer): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
