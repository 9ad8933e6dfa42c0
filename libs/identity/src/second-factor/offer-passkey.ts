import { Injectable } from '@nestjs/common';
import type { PasskeyOffer } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { FreshSession } from './fresh-session.js';
import { challengeMs, PasskeyChallenges } from './passkey-challenges.js';
import type { PasskeySite } from './passkey-site.js';
import { PersonFactors } from './person-factors.js';
import { passkeyAlgorithms } from './webauthn.js';

interface KnownRow {
  readonly id: string;
  readonly transports: string[];
}

/** Begins to make a passkey: what the browser has to hand to the device. */
@Injectable()
export class OfferPasskey {
  constructor(
    private readonly database: Database,
    private readonly fresh: FreshSession,
    private readonly factors: PersonFactors,
    private readonly challenges: PasskeyChallenges,
  ) {}

  /** @throws DomainError `second-factor.no-passkeys-here` at an address for which browsers make none. */
  async execute({ id, actor, userName }: SessionRecord, site: PasskeySite | null): Promise<PasskeyOffer> {
    if (site === null) {
      throw new DomainError('second-factor.no-passkeys-here');
    }
    await this.fresh.check(id);
    await this.factors.checkRoom(actor.personId);
    const known = await this.database.query<KnownRow>(
      'SELECT credential_id AS id, transports FROM passkeys WHERE person_id = $1 AND site = $2',
      [actor.personId, site.host],
    );
    return {
      rp: { id: site.host, name: 'Văn Thư' },
      user: {
        id: Buffer.from(actor.personId).toString('base64url'),
        name: userName,
        displayName: actor.fullName,
      },
      challenge: await this.challenges.make(id, 'enrolment'),
      pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ alg, type: 'public-key' })),
      timeout: challengeMs,
      excludeCredentials: known.map((row) => ({ ...row, type: 'public-key' })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      attestation: 'none',
    };
  }
}
