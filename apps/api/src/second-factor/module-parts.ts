import { EnrolmentController } from './enrolment.controller.js';
import { OwnSecondFactorsController } from './own-second-factors.controller.js';
import { RecoveryCodesController } from './recovery-codes.controller.js';
import { SecondFactorResetController } from './second-factor-reset.controller.js';
import { SecondFactorRulesController } from './second-factor-rules.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SessionConfirmationController } from './session-confirmation.controller.js';

export const secondFactorControllers = [
  EnrolmentController,
  OwnSecondFactorsController,
  RecoveryCodesController,
  SecondFactorController,
  SecondFactorResetController,
  SecondFactorRulesController,
  SessionConfirmationController,
];
