import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { AddPeople } from './add-people.js';
import { ChangePassword } from './change-password.js';
import { EndOwnSessions } from './end-own-sessions.js';
import { EndSessionsOfPerson } from './end-sessions-of-person.js';
import { apiClientProviders } from './api-clients/providers.js';
import { EndSessions } from './end-sessions.js';
import { KnownDevices } from './known-devices.js';
import { passwordLinkProviders } from './password-links/providers.js';
import { PersonPasswords } from './person-passwords.js';
import { peopleProviders } from './people/providers.js';
import { secondFactorProviders } from './second-factor/providers.js';
import { HandoverSweep } from './posts/handover-sweep.js';
import { SessionsQuery } from './sessions.query.js';
import { Sessions } from './sessions.js';
import { SetUpSystem } from './set-up.js';
import { SignInWithPassword } from './sign-in.js';
import { SignersQuery } from './signers.query.js';
import { singleSignOnProviders } from './single-sign-on/providers.js';
import { SlowDown } from './slow-down.js';

const provided = [
  ...peopleProviders,
  ...apiClientProviders,
  ...secondFactorProviders,
  ...singleSignOnProviders,
  ...passwordLinkProviders,
  AddPeople,
  ChangePassword,
  EndOwnSessions,
  EndSessions,
  EndSessionsOfPerson,
  KnownDevices,
  PersonPasswords,
  Sessions,
  SessionsQuery,
  SetUpSystem,
  SignInWithPassword,
  SignersQuery,
  SlowDown,
];

@Module({ imports: [AuditModule, DirectoryModule], providers: provided, exports: provided })
export class IdentityModule {}

/** The background part, for the worker. */
@Module({ imports: [IdentityModule], providers: [HandoverSweep] })
export class IdentityWorkerModule {}
