import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { SecondFactorKind } from '#contracts';
import type { SessionRecord } from '../session-record.js';
import { RecoveryCodeSets } from './recovery-code-sets.js';
import { SessionProof } from './session-proof.js';

export interface Enrolled {
  /** Empty when the person holds a set already. */
  readonly recoveryCodes: readonly string[];
  /** The new token of a session that was waiting for this; null when it stays as it is. */
  readonly token: string | null;
}

interface AddedFactor {
  readonly id: string;
  readonly kind: SecondFactorKind;
  readonly name: string;
}

/** What every new factor brings with it, in its transaction: recovery codes with the first, and a session that has shown it. */
@Injectable()
export class CompleteEnrolment {
  constructor(
    private readonly recoveryCodes: RecoveryCodeSets,
    private readonly proof: SessionProof,
    private readonly audit: Audit,
  ) {}

  async execute({ id, needs, actor }: SessionRecord, factor: AddedFactor): Promise<Enrolled> {
    const hasSet = await this.recoveryCodes.hasSet(actor.personId);
    const recoveryCodes = hasSet ? [] : await this.recoveryCodes.replace(actor.personId);
    const token = await this.proof.add(id, needs !== null);
    await this.audit.record(actor, {
      action: 'second-factor.enrolled',
      objectType: 'person',
      objectId: actor.personId,
      data: { ...factor },
      after: { ...factor },
    });
    return { recoveryCodes, token };
  }
}
