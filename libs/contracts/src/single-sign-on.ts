import { z } from 'zod';
import { Id } from './page.js';

/** Why somebody who came back from the identity provider was not let in, as the sign-in page says it. */
export const singleSignOnRefusals = [
  'provider-unreachable',
  'cancelled',
  'not-valid',
  'expired',
  'no-claim',
  'unverified-email',
  'unknown-person',
  'disabled',
  'no-post',
  'other-account',
] as const;
export type SingleSignOnRefusal = (typeof singleSignOnRefusals)[number];

export const SignInOptions = z
  .object({
    singleSignOn: z
      .object({ name: z.string().describe('What the provider is called on the button') })
      .nullable()
      .describe('null where no identity provider is set up'),
  })
  .meta({ id: 'SignInOptions' });
export type SignInOptions = z.infer<typeof SignInOptions>;

export const LinkedIdentity = z
  .object({
    id: Id,
    issuer: z.string(),
    subject: z.string(),
    linkedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
  })
  .meta({ id: 'LinkedIdentity' });
export type LinkedIdentity = z.infer<typeof LinkedIdentity>;
export const LinkedIdentityList = z.object({ items: z.array(LinkedIdentity) }).meta({ id: 'LinkedIdentityList' });
