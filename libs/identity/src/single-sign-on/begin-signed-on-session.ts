import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { digestOf } from '../secret-token.js';
import { Sessions } from '../sessions.js';
import type { SignedOn } from './check-single-sign-on.js';

export interface SignedOnBrowser {
  readonly address: string;
  readonly userAgent: string;
}

/** Begins the session of somebody who has signed in at the provider; our own second factor is asked for unless theirs counts. */
@Injectable()
export class BeginSignedOnSession {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  /** Gives the token for the cookie. */
  async execute({ personId, postId, hasSecondFactor }: SignedOn, browser: SignedOnBrowser): Promise<string> {
    const { address, userAgent } = browser;
    return this.database.transaction(async () => {
      const token = await this.sessions.begin(personId, postId, address, userAgent, 'single-sign-on');
      if (hasSecondFactor) {
        await this.database.query('UPDATE sessions SET second_factor_at = $2 WHERE token_digest = $1', [
          digestOf(token),
          this.clock.now(),
        ]);
      }
      const session = await this.sessions.find(token);
      await this.audit.record(session?.actor ?? null, {
        action: 'session.began',
        objectType: 'person',
        objectId: personId,
        data: { method: 'single-sign-on', hasSecondFactor, address },
      });
      return token;
    });
  }
}
