import { SingleSignOnRefused } from './single-sign-on-refused.js';

/** What the provider says of somebody: from its signed token, and from where it tells more. */
export interface ProviderClaims {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface Match {
  readonly column: 'email' | 'user_name';
  readonly value: string;
}

/**
 * What a person is looked for by, the first time. An address that the provider has not verified says nothing: anybody
 * may have typed it there.
 *
 * @throws SingleSignOnRefused `no-claim`, `unverified-email`.
 */
export function matchOf(claims: ProviderClaims, claim: string): Match {
  const value = claims[claim];
  if (typeof value !== 'string' || value.trim() === '') {
    throw new SingleSignOnRefused('no-claim');
  }
  if (claim !== 'email') {
    return { column: 'user_name', value: value.trim().toLowerCase() };
  }
  if (claims['email_verified'] !== true) {
    throw new SingleSignOnRefused('unverified-email');
  }
  return { column: 'email', value: value.trim().toLowerCase() };
}

/** Whether the provider says that it asked for a second factor, in the word that the settings name. */
export function provesSecondFactor({ amr, acr }: ProviderClaims, word: string | undefined): boolean {
  return word !== undefined && ((Array.isArray(amr) && amr.includes(word)) || acr === word);
}
