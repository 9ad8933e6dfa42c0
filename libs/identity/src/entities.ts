import { apiClientEntities } from './api-clients/entities.js';
import { Delegation } from './delegations/delegation.entity.js';
import { KnownDevice } from './known-device.entity.js';
import { OneTimeLink } from './password-links/one-time-link.entity.js';
import { PasswordResetRequest } from './password-links/password-reset-request.entity.js';
import { Person } from './person.entity.js';
import { Post } from './post.entity.js';
import { PostHandover } from './posts/post-handover.entity.js';
import { Session } from './session.entity.js';
import { secondFactorEntities } from './second-factor/entities.js';
import { SetUpLink } from './set-up-link.entity.js';
import { SignInTry } from './sign-in-try.entity.js';
import { singleSignOnEntities } from './single-sign-on/entities.js';
import { Unit } from './units/unit.entity.js';

export const identityEntities = [
  ...apiClientEntities,
  ...secondFactorEntities,
  ...singleSignOnEntities,
  Delegation,
  KnownDevice,
  OneTimeLink,
  PasswordResetRequest,
  Person,
  Post,
  PostHandover,
  Session,
  SetUpLink,
  SignInTry,
  Unit,
];
