import { Injectable } from '@nestjs/common';
import type { PasskeyQuestion } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { SessionRecord } from '../session-record.js';
import { challengeMs, PasskeyChallenges } from './passkey-challenges.js';
import type { PasskeySite } from './passkey-site.js';

interface KnownRow {
  readonly id: string;
  readonly transports: string[];
}

/** Asks for one of the person’s passkeys at a sign-in: what the browser has to have signed. */
@Injectable()
export class AskForPasskey {
  constructor(
    private readonly database: Database,
    private readonly challenges: PasskeyChallenges,
  ) {}

  /** @throws DomainError `second-factor.no-passkeys-here` when none was made for this address. */
  async execute({ id, actor }: SessionRecord, site: PasskeySite | null): Promise<PasskeyQuestion> {
    const known = await this.database.query<KnownRow>(
      'SELECT credential_id AS id, transports FROM passkeys WHERE person_id = $1 AND site = $2',
      [actor.personId, site?.host ?? ''],
    );
    if (site === null || known.length === 0) {
      throw new DomainError('second-factor.no-passkeys-here');
    }
    return {
      rpId: site.host,
      challenge: await this.challenges.make(id, 'sign-in'),
      timeout: challengeMs,
      allowCredentials: known.map((row) => ({ ...row, type: 'public-key' })),
      userVerification: 'required',
    };
  }
}
