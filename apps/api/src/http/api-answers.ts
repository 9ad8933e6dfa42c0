import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { Problem } from '#contracts';

/** Documents the answer of a route by its schema, and that every refusal is a problem. */
export function Answers(status: number, schema: z.ZodType, description: string): MethodDecorator {
  return applyDecorators(ApiResponse({ status, description, standardSchema: schema }), refusals);
}

export function AnswersNothing(description: string): MethodDecorator {
  return applyDecorators(ApiResponse({ status: 204, description }), refusals);
}

export function AnswersBytes(): MethodDecorator {
  const content = { '*/*': { schema: { type: 'string' as const, format: 'binary' } } };
  return applyDecorators(
    ApiResponse({ status: 200, description: 'The bytes; `repr-digest` carries their SHA-256', content }),
    ApiResponse({ status: 206, description: 'The bytes of the asked range', content }),
    refusals,
  );
}

export const takesKeyMetadata = 'vanthu:takes-idempotency-key';

/**
 * A POST that creates or sends takes a key, so that a repeat after a lost answer changes nothing. Every other route
 * passes a key over: its answer, which may hold a secret, is never kept, and a refused try stays counted.
 */
export function TakesIdempotencyKey(): MethodDecorator {
  return applyDecorators(SetMetadata(takesKeyMetadata, true), keyHeader('The same key and body: the first answer'));
}

/** A POST over several things that keeps the key for each of them, in the transaction of each. */
export function TakesKeyForEach(): MethodDecorator {
  return keyHeader('What was done under the same key answers as it did; what was refused is tried again');
}

function keyHeader(description: string): MethodDecorator {
  return ApiHeader({ name: 'Idempotency-Key', required: false, description });
}

const refusals = ApiDefaultResponse({ description: 'A refusal, as problem+json', standardSchema: Problem });
