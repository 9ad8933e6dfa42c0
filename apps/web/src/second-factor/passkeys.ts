import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { client, read } from '../api/client.js';
import type { SecondFactorEnrolled, SecondFactorPassed } from '../api/types.js';

/** The device said no, or nobody answered it. */
export class PasskeyStopped extends Error {
  override name = 'PasskeyStopped';
}

/** The device holds a passkey of this person already. */
export class PasskeyKnown extends Error {
  override name = 'PasskeyKnown';
}

export const hasPasskeys = browserSupportsWebAuthn;

export async function makePasskey(name: string): Promise<SecondFactorEnrolled> {
  const optionsJSON = await read(client.POST('/api/v1/account/second-factors/passkey-challenge'));
  const { id, rawId, response } = await fromDevice(() => startRegistration({ optionsJSON }));
  const { clientDataJSON, attestationObject, transports } = response;
  return read(
    client.POST('/api/v1/account/second-factors/passkeys', {
      body: {
        name,
        credential: {
          id,
          rawId,
          type: 'public-key',
          response: { clientDataJSON, attestationObject, ...(transports !== undefined && { transports }) },
        },
      },
    }),
  );
}

export async function signWithPasskey(): Promise<SecondFactorPassed> {
  const optionsJSON = await read(client.POST('/api/v1/session/second-factor/passkey-challenge'));
  const { id, rawId, response } = await fromDevice(() => startAuthentication({ optionsJSON }));
  const { clientDataJSON, authenticatorData, signature } = response;
  return read(
    client.POST('/api/v1/session/second-factor', {
      body: {
        kind: 'passkey',
        credential: { id, rawId, type: 'public-key', response: { clientDataJSON, authenticatorData, signature } },
      },
    }),
  );
}

/** Browsers tell cancelled, timed out and missing devices apart as little as they can; so do we. */
async function fromDevice<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    const isKnown = cause instanceof WebAuthnError && cause.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    throw isKnown ? new PasskeyKnown('', { cause }) : new PasskeyStopped('', { cause });
  }
}
