import { Injectable } from '@nestjs/common';
import type { SecondFactorProof } from '#contracts';
import type { SessionRecord } from '../session-record.js';
import { PasskeyAnswers } from './passkey-answers.js';
import type { PasskeySite } from './passkey-site.js';
import { RecoveryCodeSets } from './recovery-code-sets.js';
import { TotpCodes } from './totp-codes.js';

/** Whatever a person may show beside the password; each is taken once. */
@Injectable()
export class SecondFactorProofs {
  constructor(
    private readonly codes: TotpCodes,
    private readonly passkeys: PasskeyAnswers,
    private readonly recoveryCodes: RecoveryCodeSets,
  ) {}

  async take(session: SessionRecord, proof: SecondFactorProof, site: PasskeySite | null): Promise<boolean> {
    const { personId } = session.actor;
    switch (proof.kind) {
      case 'totp':
        return this.codes.take(personId, proof.code);
      case 'recovery-code':
        return this.recoveryCodes.take(personId, proof.code);
      case 'passkey':
        return this.passkeys.take(session, proof.credential, site);
    }
  }
}
