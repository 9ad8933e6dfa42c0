import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { digestOf } from '../secret-token.js';
import type { SignedIn } from '../sign-in.js';
import { OpenIdProvider } from './open-id-provider.js';
import { type FoundPerson, PersonIdentities } from './person-identities.js';
import { type ProviderClaims, provesSecondFactor } from './provider-claims.js';
import { SingleSignOnRefused } from './single-sign-on-refused.js';

/** What a browser has brought back from the provider. */
export interface ProviderAnswer {
  readonly parameters: URLSearchParams;
  readonly browserToken: string | undefined;
  readonly address: string;
}

/** Who has shown at the provider who they are. */
export interface SignedOn extends SignedIn {
  /** Whether the provider has asked for a second factor, in a way that the settings trust. */
  readonly hasSecondFactor: boolean;
  /** The page that was asked for. */
  readonly back: string;
}

interface TryRow {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly back: string;
}

/** Takes the answer of the identity provider: whose it is, and whether they may come in. */
@Injectable()
export class CheckSingleSignOn {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly provider: OpenIdProvider,
    private readonly identities: PersonIdentities,
    private readonly audit: Audit,
  ) {}

  /** @throws SingleSignOnRefused with the reason, which is on record. */
  async execute(answer: ProviderAnswer): Promise<SignedOn> {
    try {
      const { back, ...checks } = await this.take(answer);
      const claims = await this.provider.claimsOf(answer.parameters, checks);
      return { ...(await this.letIn(claims, answer.address)), back };
    } catch (error) {
      if (error instanceof SingleSignOnRefused) {
        await this.recordRefusal(error.reason, answer.address);
      }
      throw error;
    }
  }

  /** What this browser asked, which can be taken once: a copied answer finds nothing. */
  private async take({ parameters, browserToken }: ProviderAnswer): Promise<TryRow & { readonly state: string }> {
    const state = parameters.get('state');
    if (state === null || browserToken === undefined) {
      throw new SingleSignOnRefused('expired');
    }
    const [row] = await this.database.query<TryRow>(
      `WITH taken AS (
         DELETE FROM single_sign_on_tries WHERE state_digest = $1 AND browser_digest = $2 AND expires_at > $3
         RETURNING nonce, code_verifier AS "codeVerifier", back)
       SELECT * FROM taken`,
      [digestOf(state), digestOf(browserToken), this.clock.now()],
    );
    if (row === undefined) {
      throw new SingleSignOnRefused('expired');
    }
    return { ...row, state };
  }

  private async letIn(claims: ProviderClaims, address: string): Promise<Omit<SignedOn, 'back'>> {
    const { settings } = this.provider;
    const person = await this.identities.find(claims, settings?.claim ?? 'email');
    if (person.isDisabled) {
      throw new SingleSignOnRefused('disabled');
    }
    if (person.postId === null) {
      throw new SingleSignOnRefused('no-post');
    }
    await this.remember(person, claims, address);
    const hasSecondFactor = provesSecondFactor(claims, settings?.secondFactorAmr);
    return { personId: person.id, postId: person.postId, hasSecondFactor };
  }

  private async remember(person: FoundPerson, claims: ProviderClaims, address: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.identities.remember(person, claims);
      if (person.subject === null) {
        await this.audit.record(null, {
          action: 'identity.linked',
          objectType: 'person',
          objectId: person.id,
          agencyId: person.agencyId,
          data: { issuer: claims.iss, subject: claims.sub, address },
          after: { issuer: claims.iss, subject: claims.sub },
        });
      }
    });
  }

  private async recordRefusal(reason: string, address: string): Promise<void> {
    await this.audit.record(null, {
      action: 'session.refused',
      objectType: 'person',
      objectId: 'unknown',
      data: { method: 'single-sign-on', reason, address },
    });
  }
}
