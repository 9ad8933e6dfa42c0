import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '#kernel';
import { Database } from '#platform';
import { digestOf, newToken } from '../secret-token.js';
import { OpenIdProvider } from './open-id-provider.js';
import { ownPath } from './own-path.js';

/** Long enough to look for the phone and type two codes at the provider. */
export const singleSignOnMinutes = 10;

export interface BegunSignOn {
  /** At the provider. */
  readonly url: string;
  /** For a cookie of this browser: nobody else can finish what it began. */
  readonly browserToken: string;
}

/** Sends a browser to the identity provider, with a question that only this browser can bring the answer to, once. */
@Injectable()
export class BeginSingleSignOn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly provider: OpenIdProvider,
  ) {}

  /** @throws DomainError `not-found` where no provider is set up; SingleSignOnRefused `provider-unreachable`. */
  async execute(back: string | undefined): Promise<BegunSignOn> {
    if (this.provider.settings === undefined) {
      throw new DomainError('not-found');
    }
    const checks = { state: newToken(), nonce: newToken(), codeVerifier: newToken() };
    const url = await this.provider.signInUrl(checks);
    const browserToken = newToken();
    const now = this.clock.now();
    await this.database.query(
      `WITH forgotten AS (
         DELETE FROM single_sign_on_tries WHERE state_digest IN (
           SELECT state_digest FROM single_sign_on_tries WHERE expires_at <= $7 LIMIT 100 FOR UPDATE SKIP LOCKED))
       INSERT INTO single_sign_on_tries (state_digest, browser_digest, nonce, code_verifier, back, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        digestOf(checks.state),
        digestOf(browserToken),
        checks.nonce,
        checks.codeVerifier,
        ownPath(back),
        new Date(now.getTime() + singleSignOnMinutes * 60_000),
        now,
      ],
    );
    return { url: url.href, browserToken };
  }
}
