import { Injectable } from '@nestjs/common';
import type { PasskeyAnswer } from '#contracts';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { PasskeyChallenges } from './passkey-challenges.js';
import type { PasskeySite } from './passkey-site.js';
import { webAuthn } from './webauthn.js';

interface PasskeyRow {
  readonly id: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** What passkeys of a person sign at a sign-in. */
@Injectable()
export class PasskeyAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly challenges: PasskeyChallenges,
  ) {}

  /**
   * Whether one of the person’s passkeys signed the challenge of this session, which is used up either way.
   *
   * @throws DomainError `second-factor.challenge-expired` when there is none to sign.
   */
  async take({ id, actor }: SessionRecord, answer: PasskeyAnswer, site: PasskeySite | null): Promise<boolean> {
    const challenge = await this.challenges.take(id, 'sign-in');
    if (challenge === undefined || site === null) {
      throw new DomainError('second-factor.challenge-expired');
    }
    const [passkey] = await this.database.query<PasskeyRow>(
      `SELECT id, credential_id AS "credentialId", public_key AS "publicKey", counter FROM passkeys
        WHERE credential_id = $1 AND person_id = $2 AND site = $3`,
      [answer.id, actor.personId, site.host],
    );
    const counter = passkey && (await signedCounter(passkey, answer, challenge, site));
    return passkey !== undefined && counter !== undefined && this.use(passkey, counter);
  }

  /** Guarded by the counter that was read: of two answers at once that count alike, one is a copy’s. */
  private async use({ id, counter }: PasskeyRow, newCounter: number): Promise<boolean> {
    const { affected } = await this.database.execute(
      'UPDATE passkeys SET counter = $2, last_used_at = $3 WHERE id = $1 AND counter = $4',
      [id, newCounter, this.clock.now(), counter],
    );
    return affected === 1;
  }
}

/** The counter of a signature that is right; undefined for a wrong one, and for a device that counts backwards. */
async function signedCounter(
  { credentialId, publicKey, counter }: PasskeyRow,
  answer: PasskeyAnswer,
  challenge: string,
  site: PasskeySite,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await webAuthn();
  const { clientDataJSON, authenticatorData, signature } = answer.response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...answer,
        response: { clientDataJSON, authenticatorData, signature },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // The library throws for whatever does not fit: another site, another challenge, a wrong signature, an old counter.
    return undefined;
  }
}
