import { Injectable } from '@nestjs/common';
import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { NewPasskey } from '#contracts';
import { Clock, DomainError, newId } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { CompleteEnrolment, type Enrolled } from './complete-enrolment.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import type { PasskeySite } from './passkey-site.js';
import { PersonFactors } from './person-factors.js';
import { passkeyAlgorithms, webAuthn } from './webauthn.js';

/** Keeps the public half of a passkey that a device has made for the offer of this session. */
@Injectable()
export class EnrolPasskey {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly factors: PersonFactors,
    private readonly challenges: PasskeyChallenges,
    private readonly enrolment: CompleteEnrolment,
  ) {}

  /**
   * @throws DomainError `second-factor.challenge-expired` when the offer was used or is too old,
   * `second-factor.wrong-passkey` when the answer is not for it, `second-factor.passkey-known`
   */
  async execute(session: SessionRecord, { name, credential }: NewPasskey, site: PasskeySite | null): Promise<Enrolled> {
    const challenge = await this.challenges.take(session.id, 'enrolment');
    if (challenge === undefined || site === null) {
      throw new DomainError('second-factor.challenge-expired');
    }
    const made = await checked(credential, challenge, site);
    const { personId } = session.actor;
    return this.database.transaction(async () => {
      await this.factors.hold(personId);
      await this.factors.checkRoom(personId);
      const id = newId();
      const transports = credential.response.transports ?? [];
      const { affected } = await this.database.execute(
        `INSERT INTO passkeys (id, person_id, name, site, credential_id, public_key, counter, transports, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (credential_id) DO NOTHING`,
        [id, personId, name, site.host, made.id, made.publicKey, made.counter, transports, this.clock.now()],
      );
      if (affected === 0) {
        throw new DomainError('second-factor.passkey-known');
      }
      return this.enrolment.execute(session, { id, kind: 'passkey', name });
    });
  }
}

async function checked(
  credential: NewPasskey['credential'],
  challenge: string,
  site: PasskeySite,
): Promise<WebAuthnCredential> {
  const { verifyRegistrationResponse } = await webAuthn();
  try {
    const { response } = credential;
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...credential,
        response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      supportedAlgorithmIDs: passkeyAlgorithms,
    });
    if (registrationInfo !== undefined) {
      return registrationInfo.credential;
    }
  } catch (cause) {
    throw new DomainError('second-factor.wrong-passkey', {}, { cause });
  }
  throw new DomainError('second-factor.wrong-passkey');
}
