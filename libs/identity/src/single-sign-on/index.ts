export { BeginSignedOnSession } from './begin-signed-on-session.js';
export { BeginSingleSignOn, singleSignOnMinutes } from './begin-single-sign-on.js';
export { CheckSingleSignOn, type SignedOn } from './check-single-sign-on.js';
export { LinkedIdentitiesQuery } from './linked-identities.query.js';
export { OpenIdProvider } from './open-id-provider.js';
export { SingleSignOnRefused } from './single-sign-on-refused.js';
export { UnlinkIdentitiesOfPerson } from './unlink-identities-of-person.js';
export { UnlinkIdentity } from './unlink-identity.js';
