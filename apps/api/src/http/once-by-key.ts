import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import type { KnownRequest } from './request-context.js';

const keyPattern = /^[\x21-\x7e]{1,200}$/;

export interface KeyedWork {
  readonly personId: string;
  readonly key: string;
  /** Of what is asked: the same key for something else is refused. */
  readonly digest: string;
}

export interface KeyedAnswer {
  readonly status: number;
  readonly response: unknown;
}

interface StoredAnswer extends KeyedAnswer {
  readonly requestDigest: string;
}

/** The key of a request, if it has one. @throws DomainError `request.invalid`. */
export function keyIn(request: KnownRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !keyPattern.test(key))) {
    throw new DomainError('request.invalid');
  }
  return key;
}

/**
 * Does what is asked once for a key: the key, the change and the answer are one transaction, so a repeat after a lost
 * answer gets the first answer, and two at once wait for each other. What is refused leaves no key behind.
 */
@Injectable()
export class OnceByKey {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `idempotency.key-reused`, and what the work throws. */
  async execute({ personId, key, digest }: KeyedWork, work: () => Promise<KeyedAnswer>): Promise<KeyedAnswer> {
    return this.database.transaction(async () => {
      const { affected } = await this.database.execute(
        `INSERT INTO idempotency_keys (person_id, key, request_digest, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, key) DO NOTHING`,
        [personId, key, digest, this.clock.now()],
      );
      if (affected === 0) {
        return this.answerOf({ personId, key, digest });
      }
      const answer = await work();
      await this.database.query(
        'UPDATE idempotency_keys SET status = $3, response = $4 WHERE person_id = $1 AND key = $2',
        [personId, key, answer.status, JSON.stringify(answer.response ?? null)],
      );
      return answer;
    });
  }

  private async answerOf({ personId, key, digest }: KeyedWork): Promise<KeyedAnswer> {
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
