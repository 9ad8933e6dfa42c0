import { BeginSignedOnSession } from './begin-signed-on-session.js';
import { BeginSingleSignOn } from './begin-single-sign-on.js';
import { CheckSingleSignOn } from './check-single-sign-on.js';
import { LinkedIdentitiesQuery } from './linked-identities.query.js';
import { OpenIdProvider } from './open-id-provider.js';
import { PersonIdentities } from './person-identities.js';
import { UnlinkIdentitiesOfPerson } from './unlink-identities-of-person.js';
import { UnlinkIdentity } from './unlink-identity.js';

export const singleSignOnProviders = [
  BeginSignedOnSession,
  BeginSingleSignOn,
  CheckSingleSignOn,
  LinkedIdentitiesQuery,
  OpenIdProvider,
  PersonIdentities,
  UnlinkIdentitiesOfPerson,
  UnlinkIdentity,
];
