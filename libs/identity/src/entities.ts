import { KnownDevice } from './known-device.entity.js';
import { OneTimeLink } from './password-links/one-time-link.entity.js';
import { PasswordResetRequest } from './password-links/password-reset-request.entity.js';
import { Person } from './person.entity.js';
import { Post } from './post.entity.js';
import { Session } from './session.entity.js';
import { secondFactorEntities } from './second-factor/entities.js';
import { SetUpLink } from './set-up-link.entity.js';
import { SignInTry } from './sign-in-try.entity.js';

export const identityEntities = [Person, Post, Session, SetUpLink, KnownDevice, OneTimeLink, PasswordResetRequest, SignInTry, ...secondFactorEntities];
