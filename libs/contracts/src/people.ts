import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { DelegationView } from './delegations.js';
import { Id, pageOf, PageQuery } from './page.js';
import { NewPost, PostView } from './posts.js';
import { textField, userNameField } from './text-field.js';
import { Role } from './vocabulary.js';

/** Addresses longer than this do not exist (RFC 5321). */
const emailField = () => z.email().max(254);

const personFields = {
  fullName: textField().trim().min(1).max(50).describe('Annex VI of Decree 30/2020 gives a signer 50 characters'),
  email: emailField().nullable().default(null),
};

export const AddPerson = z
  .object({ ...personFields, userName: userNameField(), post: NewPost })
  .meta({ id: 'AddPerson' });
export type AddPerson = z.infer<typeof AddPerson>;

export const EditPerson = z.object(personFields).meta({ id: 'EditPerson' });
export type EditPerson = z.infer<typeof EditPerson>;

export const DisablePerson = z.object({ reason: textField().trim().min(1).max(500) }).meta({ id: 'DisablePerson' });
export type DisablePerson = z.infer<typeof DisablePerson>;

export const FindPeople = PageQuery.extend({
  search: textField().trim().max(100).optional().describe('Name, user name or e-mail; diacritics do not matter'),
  agencyId: Id.optional(),
  role: Role.optional(),
  includeEnded: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Also those who are disabled or hold no post any more'),
});
export type FindPeople = z.infer<typeof FindPeople>;

/** Whether somebody could sign in now, and if not, why. */
export const SignInState = z
  .enum(['ready', 'single-sign-on', 'no-password', 'disabled', 'no-post'])
  .meta({ id: 'SignInState' });
export type SignInState = z.infer<typeof SignInState>;

const person = {
  id: Id,
  fullName: z.string(),
  userName: z.string(),
  email: z.string().nullable(),
  signIn: SignInState,
};

export const PersonSummary = z
  .object({
    ...person,
    posts: z
      .array(z.object({ id: Id, role: Role, position: z.string(), agency: AgencyRef, unitName: z.string().nullable() }))
      .describe('Held today or to come; the last ones held where there are none'),
  })
  .meta({ id: 'PersonSummary' });
export type PersonSummary = z.infer<typeof PersonSummary>;
export const PersonPage = pageOf(PersonSummary, 'PersonPage');

export const personActions = ['edit', 'disable', 'enable', 'invite', 'unlink', 'add-post'] as const;
export const PersonAction = z.enum(personActions).meta({ id: 'PersonAction' });
export type PersonAction = z.infer<typeof PersonAction>;

export const PersonView = z
  .object({
    ...person,
    version: z.number().int().describe('Goes up with every change; also the ETag'),
    disabledAt: z.iso.datetime().nullable(),
    posts: z.array(PostView).describe('Past, present and to come, the latest first'),
    delegations: z.array(DelegationView).describe('For and by this person, the latest first'),
    actions: z.array(PersonAction).describe('What the reader may do now'),
    grantableRoles: z.array(Role).describe('The roles that the reader may give this person'),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof PersonView>;
