export { Passkey } from './passkey.entity.js';
export { PasskeyChallenge } from './passkey-challenge.entity.js';
export { RecoveryCode } from './recovery-code.entity.js';
export { SecondFactorReset } from './second-factor-reset.entity.js';
export { SecondFactorRule } from './second-factor-rule.entity.js';
export { TotpFactor } from './totp-factor.entity.js';
