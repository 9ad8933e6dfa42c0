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

/** What is no page of this system is left aside, not refused: the way back is a comfort. */
export const BackAfterSignIn = z.object({ back: z.string().max(2000).optional().describe('A page of this system') });
export type BackAfterSignIn = z.infer<typeof BackAfterSignIn>;

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
