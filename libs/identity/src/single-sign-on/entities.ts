import { PersonIdentity } from './person-identity.entity.js';
import { SingleSignOnTry } from './single-sign-on-try.entity.js';

export const singleSignOnEntities = [PersonIdentity, SingleSignOnTry];
