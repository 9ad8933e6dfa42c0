import createClient, { type Middleware } from 'openapi-fetch';
import { i18n } from '../i18n/i18n.js';
import { ConnectionLostError, ProblemError, problemOf } from './problem.js';
import type { paths } from './schema.js';

const safeMethods = new Set(['GET', 'HEAD']);
/** Nobody is signed in any more, or the session needs one more step first. */
type SessionFault = 'session.required' | 'session.incomplete';

const held: { csrfToken: string; onSessionEnded: (why: SessionFault) => void } = {
  csrfToken: '',
  onSessionEnded: () => undefined,
};

export function keepCsrfToken(token: string): void {
  held.csrfToken = token;
}

export function csrfToken(): string {
  return held.csrfToken;
}

/** Calls back when the API lets this session no further. */
export function onSessionEnded(callback: (why: SessionFault) => void): void {
  held.onSessionEnded = callback;
}

export function refuse(status: number, text: string): ProblemError {
  const problem = problemOf(status, text);
  if (problem.code === 'session.required' || problem.code === 'session.incomplete') {
    held.onSessionEnded(problem.code);
  }
  return new ProblemError(problem);
}

const middleware: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', i18n.language);
    if (!safeMethods.has(request.method) && held.csrfToken !== '') {
      request.headers.set('x-csrf-token', held.csrfToken);
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) {
      throw refuse(response.status, await response.text());
    }
  },
  onError({ error }) {
    if (error instanceof ProblemError || (error instanceof DOMException && error.name === 'AbortError')) {
      return error;
    }
    return new ConnectionLostError(error);
  },
};

export const client = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });
client.use(middleware);

/** The body of an answer; refusals were thrown on the way, so a missing body is a fault of ours. */
export async function read<Body>(answer: Promise<{ data?: Body }>): Promise<Body> {
  const { data } = await answer;
  if (data === undefined) {
    throw new Error('The answer has no body');
  }
  return data;
}
