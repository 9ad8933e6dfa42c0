import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { canonicalJson, Clock, DomainError, type Json } from '#kernel';
import { Database } from '#platform';
import { takesKeyMetadata } from './api-answers.js';
import type { KnownRequest } from './request-context.js';

const keyPattern = /^[\x21-\x7e]{1,200}$/;

interface StoredAnswer {
  readonly requestDigest: string;
  readonly status: number;
  readonly response: unknown;
}

/**
 * `Idempotency-Key` on the POSTs that take one, of a signed-in person or another system: the key, the change and the
 * answer are one transaction, so a repeat after a lost answer gets the first answer, and two at once wait for each other.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const key = request.headers['idempotency-key'];
    const personId = request.actor?.personId;
    const takesKey = this.reflector.get<boolean | undefined>(takesKeyMetadata, context.getHandler()) === true;
    if (!takesKey || key === undefined || personId === undefined) {
      return next.handle();
    }
    if (typeof key !== 'string' || !keyPattern.test(key)) {
      throw new DomainError('request.invalid');
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
    const digest = digestOf(request);
    return this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        `INSERT INTO idempotency_keys (person_id, key, request_digest, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, key) DO NOTHING`,
        [personId, key, digest, this.clock.now()],
      );
      if (affected === 0) {
        const answer = await this.answerOf(personId, key, digest);
        void reply.status(answer.status);
        return answer.response;
      }
      const response: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      await this.database.query(
        'UPDATE idempotency_keys SET status = $3, response = $4 WHERE person_id = $1 AND key = $2',
        [personId, key, reply.statusCode, JSON.stringify(response ?? null)],
      );
      return response;
    });
  }

  private async answerOf(personId: string, key: string, digest: string): Promise<StoredAnswer> {
    const [answer] = await this.database.query<StoredAnswer>(
      `SELECT request_digest AS "requestDigest", status, response FROM idempotency_keys
        WHERE person_id = $1 AND key = $2`,
      [personId, key],
    );
    if (answer?.requestDigest !== digest) {
      throw new DomainError('idempotency.key-reused');
    }
    return answer;
  }
}

function digestOf(request: KnownRequest): string {
  const body = canonicalJson((request.body ?? null) as Json);
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest('hex');
}
