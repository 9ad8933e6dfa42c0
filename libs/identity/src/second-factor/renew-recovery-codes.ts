import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { FreshSession } from './fresh-session.js';
import { PersonFactors } from './person-factors.js';
import { RecoveryCodeSets } from './recovery-code-sets.js';

/** A new set of recovery codes; those on the old sheet no longer work. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly database: Database,
    private readonly fresh: FreshSession,
    private readonly factors: PersonFactors,
    private readonly recoveryCodes: RecoveryCodeSets,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `second-factor.none`: there has to be something that the codes stand in for. */
  async execute({ id: sessionId, actor }: SessionRecord): Promise<string[]> {
    await this.fresh.check(sessionId);
    return this.database.transaction(async () => {
      await this.factors.hold(actor.personId);
      if ((await this.factors.count(actor.personId)) === 0) {
        throw new DomainError('second-factor.none');
      }
      const codes = await this.recoveryCodes.replace(actor.personId);
      await this.audit.record(actor, {
        action: 'recovery-codes.renewed',
        objectType: 'person',
        objectId: actor.personId,
      });
      return codes;
    });
  }
}
