import { AcknowledgeReset } from './acknowledge-reset.js';
import { AskForPasskey } from './ask-for-passkey.js';
import { CompleteEnrolment } from './complete-enrolment.js';
import { ConfirmIdentity } from './confirm-identity.js';
import { ConfirmTotp } from './confirm-totp.js';
import { EnrolPasskey } from './enrol-passkey.js';
import { FreshSession } from './fresh-session.js';
import { OfferPasskey } from './offer-passkey.js';
import { PassSecondFactor } from './pass-second-factor.js';
import { PasskeyAnswers } from './passkey-answers.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import { PersonFactors } from './person-factors.js';
import { RecoveryCodeSets } from './recovery-code-sets.js';
import { RemoveSecondFactor } from './remove-second-factor.js';
import { RenameSecondFactor } from './rename-second-factor.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';
import { RequireSecondFactors } from './require-second-factors.js';
import { RescueSecondFactors } from './rescue-second-factors.js';
import { ResetSecondFactors } from './reset-second-factors.js';
import { SecondFactorChoicesQuery } from './second-factor-choices.query.js';
import { SecondFactorProofs } from './second-factor-proofs.js';
import { SecondFactorRulesQuery } from './second-factor-rules.query.js';
import { SecondFactorsQuery } from './second-factors.query.js';
import { SessionProof } from './session-proof.js';
import { StartTotp } from './start-totp.js';
import { TotpCodes } from './totp-codes.js';
import { TotpSecrets } from './totp-secrets.js';

export const secondFactorProviders = [
  AcknowledgeReset,
  AskForPasskey,
  CompleteEnrolment,
  ConfirmIdentity,
  ConfirmTotp,
  EnrolPasskey,
  FreshSession,
  OfferPasskey,
  PassSecondFactor,
  PasskeyAnswers,
  PasskeyChallenges,
  PersonFactors,
  RecoveryCodeSets,
  RemoveSecondFactor,
  RenameSecondFactor,
  RenewRecoveryCodes,
  RequireSecondFactors,
  RescueSecondFactors,
  ResetSecondFactors,
  SecondFactorChoicesQuery,
  SecondFactorProofs,
  SecondFactorRulesQuery,
  SecondFactorsQuery,
  SessionProof,
  StartTotp,
  TotpCodes,
  TotpSecrets,
];
