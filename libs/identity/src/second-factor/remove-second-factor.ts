import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { SessionRecord } from '../session-record.js';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { FreshSession } from './fresh-session.js';
import { PersonFactors } from './person-factors.js';
import { RecoveryCodeSets } from './recovery-code-sets.js';

/** Takes one of the own factors away; never the last where the role of any post that is held today needs one. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly fresh: FreshSession,
    private readonly factors: PersonFactors,
    private readonly recoveryCodes: RecoveryCodeSets,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `second-factor.last-one` */
  async execute({ id: sessionId, actor }: SessionRecord, factorId: string): Promise<void> {
    await this.fresh.check(sessionId);
    await this.database.transaction(async () => {
      await this.factors.hold(actor.personId);
      const name = await this.remove(actor.personId, factorId);
      if (name === undefined) {
        throw new DomainError('not-found');
      }
      if ((await this.factors.count(actor.personId)) === 0) {
        await this.checkMayBeWithout(actor.personId);
        await this.recoveryCodes.remove(actor.personId);
      }
      await this.audit.record(actor, {
        action: 'second-factor.removed',
        objectType: 'person',
        objectId: actor.personId,
        data: { id: factorId, name },
        before: { id: factorId, name },
      });
    });
  }

  private async remove(personId: string, factorId: string): Promise<string | undefined> {
    const { rows } = await this.database.execute<{ name: string }>(
      `WITH app AS (
         DELETE FROM totp_factors WHERE id = $1 AND person_id = $2 AND confirmed_at IS NOT NULL RETURNING name),
       passkey AS (DELETE FROM passkeys WHERE id = $1 AND person_id = $2 RETURNING name)
       SELECT name FROM app UNION ALL SELECT name FROM passkey`,
      [factorId, personId],
    );
    return rows[0]?.name;
  }

  private async checkMayBeWithout(personId: string): Promise<void> {
    const rules = await this.database.query(
      `SELECT 1 FROM second_factor_rules AS rule JOIN posts AS post ON post.role = rule.role
        WHERE post.person_id = $1 AND post.valid_from <= $2 AND (post.valid_to IS NULL OR post.valid_to >= $2)`,
      [personId, dayOf(this.clock.now())],
    );
    if (rules.length > 0) {
      throw new DomainError('second-factor.last-one');
    }
  }
}
