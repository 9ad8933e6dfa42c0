import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { canonicalJson, type Json } from '#kernel';
import { takesKeyMetadata } from './api-answers.js';
import { keyIn, OnceByKey } from './once-by-key.js';
import type { KnownRequest } from './request-context.js';

/**
 * `Idempotency-Key` on the POSTs that take one, of a signed-in person or another system: the key, the change and the
 * answer are one transaction, so a repeat after a lost answer gets the first answer, and two at once wait for each other.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly onceByKey: OnceByKey,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const personId = request.actor?.personId;
    const takesKey = this.reflector.get<boolean | undefined>(takesKeyMetadata, context.getHandler()) === true;
    const key = takesKey && personId !== undefined ? keyIn(request) : undefined;
    if (key === undefined || personId === undefined) {
      return next.handle();
    }
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(personId, key, request, reply, next));
  }

  private async once(
    personId: string,
    key: string,
    request: KnownRequest,
    reply: FastifyReply,
    next: CallHandler,
  ): Promise<unknown> {
    const answer = await this.onceByKey.execute({ personId, key, digest: digestOf(request) }, async () => ({
      response: await lastValueFrom(next.handle(), { defaultValue: undefined }),
      status: reply.statusCode,
    }));
    void reply.status(answer.status);
    return answer.response;
  }
}

function digestOf(request: KnownRequest): string {
  const body = canonicalJson((request.body ?? null) as Json);
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('hex');
}
