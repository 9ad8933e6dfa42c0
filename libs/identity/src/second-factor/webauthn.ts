import type * as WebAuthn from '@simplewebauthn/server';

/** Loaded at the first passkey: reading its parsers takes longer than all the rest of the start. */
export async function webAuthn(): Promise<typeof WebAuthn> {
  return import('@simplewebauthn/server');
}

/** EdDSA, ES256 and RS256, which between them every authenticator knows (COSE numbers). */
export const passkeyAlgorithms = [-8, -7, -257];
