import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id } from './page.js';
import { newPasswordField, passwordField } from './passwords.js';
import { permissions } from './permissions.js';
import { textField, userNameField } from './text-field.js';
import { Role } from './vocabulary.js';

export const SignIn = z
  .object({ userName: textField().trim().min(1).max(100), password: passwordField() })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;

/** What still stands between a sign-in and the desk. A session that needs something may do that, sign out, and nothing else. */
export const sessionNeeds = ['second-factor', 'new-password', 'second-factor-enrolment'] as const;
export const SessionNeed = z.enum(sessionNeeds).meta({ id: 'SessionNeed' });
export type SessionNeed = z.infer<typeof SessionNeed>;

const SessionPost = z
  .object({ id: Id, role: Role, position: z.string(), agency: AgencyRef })
  .meta({ id: 'SessionPost' });
export type SessionPost = z.infer<typeof SessionPost>;

export const ChoosePost = z.object({ postId: Id }).meta({ id: 'ChoosePost' });
export type ChoosePost = z.infer<typeof ChoosePost>;

export const SessionView = z
  .object({
    id: Id,
    method: z.enum(['password', 'single-sign-on']).describe('How it began'),
    needs: SessionNeed.nullable().describe('What has to be done before anything else; null when nothing is'),
    person: z.object({ id: Id, fullName: z.string(), userName: z.string() }),
    post: SessionPost,
    posts: z.array(SessionPost).describe('The posts that the person holds today and may choose from'),
    predecessors: z.array(AgencyRef).describe('Agencies whose place the agency took: their registers are open to it'),
    permissions: z.array(z.enum(permissions)),
    csrfToken: z.string().describe('To be sent as `x-csrf-token` with every request that changes something'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

export const SetUp = z
  .object({
    token: z.string().min(1).max(200),
    agency: z.object({
      code: textField().trim().min(1).max(35),
      name: textField().trim().min(1).max(200),
      abbreviation: textField().trim().min(1).max(20),
    }),
    administrator: z.object({
      fullName: textField().trim().min(1).max(50),
      userName: userNameField(),
      password: newPasswordField(),
    }),
  })
  .meta({ id: 'SetUp' });
export type SetUp = z.infer<typeof SetUp>;

export const SetUpState = z.object({ needed: z.boolean() }).meta({ id: 'SetUpState' });
export type SetUpState = z.infer<typeof SetUpState>;
