import type { Problem } from '#contracts';

/** An answer of the API that says no; its sentences are already in the reader's language. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** No answer came: the line is down, or the server is away. Nothing is known of what happened there. */
export class ConnectionLostError extends Error {
  constructor(cause: unknown) {
    super('The server gave no answer', { cause });
    this.name = 'ConnectionLostError';
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body && 'detail' in body;
}

/** Reads an error answer; one that is not problem+json (a proxy's page) keeps its status and gets no made-up words. */
export function problemOf(status: number, text: string): Problem {
  try {
    const body: unknown = JSON.parse(text);
    if (isProblem(body)) {
      return body;
    }
  } catch {
    return { type: 'about:blank', title: '', status, detail: '', code: 'unknown', requestId: '' };
  }
  return { type: 'about:blank', title: '', status, detail: '', code: 'unknown', requestId: '' };
}

const passing = ['session.required', 'session.incomplete', 'service.unavailable', 'file.store-unavailable'];

/**
 * Whether the same request may go through later without the person changing anything: the line comes back, the
 * session is renewed in its dialog, the server has caught its breath.
 */
export function mayPass(error: unknown): boolean {
  return error instanceof ConnectionLostError || passing.some((code) => hasCode(error, code));
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

/** What is wrong with which field, for forms; empty when the refusal is about the whole. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) {
    return {};
  }
  return Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message]));
}
