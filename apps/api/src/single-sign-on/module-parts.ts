import { LinkedIdentitiesController } from './linked-identities.controller.js';
import { SignInOptionsController } from './sign-in-options.controller.js';
import { SingleSignOnController } from './single-sign-on.controller.js';

export const singleSignOnControllers = [LinkedIdentitiesController, SignInOptionsController, SingleSignOnController];
