import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SingleSignOnRefused } from '#identity';

/** A browser that comes from elsewhere shows a page, not an answer: the sign-in page tells what happened. */
@Catch(SingleSignOnRefused)
export class SingleSignOnFilter implements ExceptionFilter<SingleSignOnRefused> {
  catch({ reason }: SingleSignOnRefused, host: ArgumentsHost): void {
    void host.switchToHttp().getResponse<FastifyReply>().redirect(`/sign-in?refused=${reason}`, 303);
  }
}
