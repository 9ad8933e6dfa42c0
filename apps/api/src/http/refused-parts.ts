import { Injectable, Logger } from '@nestjs/common';
import type { Problem } from '#contracts';
import { problemOf } from './problem.filter.js';
import { RefusalNotes } from './refusal-notes.js';
import { type KnownRequest, languageOf } from './request-context.js';

/** Tells why one part of a request was refused while the others were done, as the filter tells it of a whole request. */
@Injectable()
export class RefusedParts {
  private readonly logger = new Logger(RefusedParts.name);

  constructor(private readonly refusalNotes: RefusalNotes) {}

  problemOf(error: unknown, request: KnownRequest, part: string): Problem {
    const problem = problemOf(error, languageOf(request.headers['accept-language']), request.id);
    this.refusalNotes.note(error, request, part);
    if (problem.status >= 500) {
      this.logger.error(`${request.method} ${request.url} ${request.id}`, error instanceof Error ? error.stack : error);
    }
    return problem;
  }
}
