import { PasskeyChallenge } from './passkey-challenge.entity.js';
import { Passkey } from './passkey.entity.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecondFactorReset } from './second-factor-reset.entity.js';
import { SecondFactorRule } from './second-factor-rule.entity.js';
import { TotpFactor } from './totp-factor.entity.js';

export const secondFactorEntities = [
  Passkey,
  PasskeyChallenge,
  RecoveryCode,
  SecondFactorReset,
  SecondFactorRule,
  TotpFactor,
];
