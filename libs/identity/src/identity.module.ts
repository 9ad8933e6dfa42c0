import { Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { DirectoryModule } from '#directory';
import { AddPeople } from './add-people.js';
import { EndSessions } from './end-sessions.js';
import { secondFactorProviders } from './second-factor/providers.js';
import { Sessions } from './sessions.js';
import { SetUpSystem } from './set-up.js';
import { SignInWithPassword } from './sign-in.js';
import { SignersQuery } from './signers.query.js';
import { SlowDown } from './slow-down.js';

const provided = [
  ...secondFactorProviders,
  AddPeople,
  EndSessions,
  Sessions,
  SetUpSystem,
  SignInWithPassword,
  SignersQuery,
  SlowDown,
];

@Module({ imports: [AuditModule, DirectoryModule], providers: provided, exports: provided })
export class IdentityModule {}
