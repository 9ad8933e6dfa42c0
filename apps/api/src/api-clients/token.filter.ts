import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { TokenRefusal } from '#contracts';
import { TokenRefused } from '#identity';
import { DomainError } from '#kernel';
import { sendProblem } from '../http/problem.filter.js';

/** Answers a refused token as RFC 6749, section 5.2, has it, for the libraries that ask. */
@Catch(TokenRefused, DomainError)
export class TokenFilter implements ExceptionFilter<TokenRefused | DomainError> {
  catch(error: TokenRefused | DomainError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof TokenRefused) {
      refuse(reply, error.reason === 'invalid_client' ? 401 : 400, error.reason, error.description);
      return;
    }
    const { seconds } = error.params;
    if (error.code === 'session.slowed-down' && seconds !== undefined) {
      void reply.header('retry-after', seconds);
      refuse(reply, 429, 'temporarily_unavailable', `Too many wrong tries; try again in ${seconds} seconds`);
      return;
    }
    sendProblem(error, host.switchToHttp().getRequest<FastifyRequest>(), reply);
  }
}

function refuse(reply: FastifyReply, status: number, error: TokenRefusal['error'], description: string): void {
  if (status === 401) {
    void reply.header('www-authenticate', 'Basic realm="vanthu"');
  }
  const body: TokenRefusal = { error, error_description: description };
  void reply.status(status).header('cache-control', 'no-store').send(body);
}
