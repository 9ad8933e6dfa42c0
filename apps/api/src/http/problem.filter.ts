import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type ErrorCode,
  errorCatalogue,
  fieldMessage,
  isErrorCode,
  type Language,
  type Problem,
  sentence,
  spokenParams,
} from '#contracts';
import { DomainError } from '#kernel';
import { challengeOf } from './bearer.js';
import { RefusalNotes } from './refusal-notes.js';
import { type KnownRequest, languageOf } from './request-context.js';
import { ValidationFailed } from './validation.js';

/** Turns every error into problem+json (RFC 9457) in the reader’s language; what is unknown is logged with its id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly refusalNotes: RefusalNotes) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<KnownRequest>();
    const status = sendProblem(error, request, http.getResponse<FastifyReply>());
    this.refusalNotes.note(error, request);
    if (status >= 500) {
      this.logger.error(`${request.method} ${request.url} ${request.id}`, stackOf(error));
    }
  }
}

/** Answers with the problem that the error is, unless an answer is on its way already; gives its status. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): number {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(error, language, request.id);
  if (reply.sent) {
    return problem.status;
  }
  // What is left of the body is not read: an upload that was refused ends here instead of running to its end.
  if (!request.raw.complete) {
    void reply.header('connection', 'close');
  }
  if (problem.retryAfter !== undefined) {
    void reply.header('retry-after', problem.retryAfter);
  }
  const challenge = isErrorCode(problem.code) ? challengeOf(request, problem.code) : undefined;
  if (challenge !== undefined) {
    void reply.header('www-authenticate', challenge);
  }
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem));
  return problem.status;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause = error.cause instanceof Error ? `\ncaused by ${error.cause.stack}` : '';
  return `${error.stack ?? error.message}${cause}`;
}

export function problemOf(error: unknown, language: Language, requestId: string): Problem {
  const { code, params } = known(error);
  const text = errorCatalogue[code];
  return {
    type: `urn:vanthu:error:${code}`,
    title: text.title[language],
    status: text.status,
    detail: sentence(text.detail[language], { ...spokenParams(text, params, language), requestId }),
    code,
    requestId,
    ...(text.status === 429 && typeof params['seconds'] === 'number' && { retryAfter: params['seconds'] }),
    ...(error instanceof ValidationFailed && {
      errors: error.issues.map((issue) => ({ path: issue.path, message: fieldMessage(issue, language) })),
    }),
  };
}

function known(error: unknown): { code: ErrorCode; params: DomainError['params'] } {
  if (error instanceof DomainError) {
    return isErrorCode(error.code) ? { code: error.code, params: error.params } : { code: 'internal', params: {} };
  }
  return { code: codeOfForeign(error), params: {} };
}

/** Errors of Fastify, Nest and the database driver under our codes. */
function codeOfForeign(error: unknown): ErrorCode {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return 'request.unsupported-media-type';
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return 'request.too-large';
  }
  if (unavailableCodes.has(code)) {
    return 'service.unavailable';
  }
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  switch (status) {
    case 400:
      return 'request.not-json';
    case 401:
      return 'session.required';
    case 403: // An address that reaches out of the folder of the web.
    case 404:
    case 405:
      return 'not-found';
    case 413:
      return 'request.too-large';
    case 415:
      return 'request.unsupported-media-type';
    default:
      return 'internal';
  }
}

/** The database is starting, stopping, out of connections, or out of reach. */
const unavailableCodes: ReadonlySet<string> = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
]);

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
}
