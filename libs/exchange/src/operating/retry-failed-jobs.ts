import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database, Outbox } from '#platform';
import { checkOperatesAll } from './operating-policy.js';

/** Has background work that failed tried again: one job, or `all` of them. */
@Injectable()
export class RetryFailedJobs {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Gives how many. @throws DomainError `permission.denied`, `not-found` when none of them has failed. */
  async execute(actor: Actor, id: string): Promise<number> {
    checkOperatesAll(actor);
    return this.database.transaction(async () => {
      const count = await this.outbox.retry(id);
      if (count === 0) {
        throw new DomainError('not-found');
      }
      await this.audit.record(actor, {
        action: 'jobs.retried',
        objectType: 'job',
        objectId: id,
        before: { failed: count },
        after: { failed: 0 },
      });
      return count;
    });
  }
}
