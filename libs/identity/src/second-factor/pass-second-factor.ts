import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { SecondFactorProof } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { SlowDown } from '../slow-down.js';
import type { PasskeySite } from './passkey-site.js';
import { SecondFactorProofs } from './second-factor-proofs.js';
import { SessionProof } from './session-proof.js';

const refusals = {
  totp: 'second-factor.wrong-code',
  passkey: 'second-factor.wrong-passkey',
  'recovery-code': 'second-factor.wrong-recovery-code',
} as const satisfies Record<SecondFactorProof['kind'], string>;

/** The second half of a sign-in: the person shows what they have, and the session opens under a new token. */
@Injectable()
export class PassSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly proofs: SecondFactorProofs,
    private readonly session: SessionProof,
    private readonly slowDown: SlowDown,
    private readonly audit: Audit,
  ) {}

  /** Gives the new token. @throws DomainError `session.slowed-down`, or what was wrong with the proof. */
  async execute(session: SessionRecord, proof: SecondFactorProof, site: PasskeySite | null): Promise<string> {
    const { personId } = session.actor;
    const subject = `second-factor:${personId}`;
    // Nobody guesses a signature: who holds a passkey gets in, also while somebody else is guessing codes.
    if (proof.kind !== 'passkey') {
      await this.slowDown.attempt(subject);
    }
    const token = await this.database.transaction(async () => {
      const isRight = await this.proofs.take(session, proof, site);
      const opened = isRight ? await this.session.pass(session.id) : undefined;
      await this.audit.record(session.actor, {
        action: isRight ? 'session.second-factor-passed' : 'session.second-factor-refused',
        objectType: 'person',
        objectId: personId,
        data: { kind: proof.kind },
      });
      return opened;
    });
    if (token === undefined) {
      throw new DomainError(refusals[proof.kind]);
    }
    await this.slowDown.forgive(subject);
    return token;
  }
}
