import { Injectable, Logger } from '@nestjs/common';
import * as openId from 'openid-client';
import { Clock } from '#kernel';
import { Config, type OpenIdSettings } from '#platform';
import type { ProviderClaims } from './provider-claims.js';
import { SingleSignOnRefused } from './single-sign-on-refused.js';

/** Where the provider sends people back to, below PUBLIC_URL. */
export const callbackPath = '/api/v1/session/single-sign-on/callback';

/** What the provider says of itself is read again after so long: addresses move, and nobody restarts us for it. */
const knownFor = 3_600_000;
/** Somebody waits before an empty page meanwhile. */
const timeoutSeconds = 10;

export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/**
 * The OpenID Connect provider of the installation. It is asked who it is when somebody first needs it, not at our start:
 * while it is down, people with a password sign in as ever.
 */
@Injectable()
export class OpenIdProvider {
  private readonly logger = new Logger(OpenIdProvider.name);
  private found: { readonly configuration: Promise<openId.Configuration>; readonly at: number } | undefined;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Undefined where no provider is set up. */
  get settings(): OpenIdSettings | undefined {
    return this.config.openId;
  }

  /** Where to send a browser that wants to sign in. @throws SingleSignOnRefused `provider-unreachable`. */
  async signInUrl({ state, nonce, codeVerifier }: Checks): Promise<URL> {
    const configuration = await this.reach();
    return openId.buildAuthorizationUrl(configuration, {
      redirect_uri: this.ownUrl(callbackPath),
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: await openId.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Who the provider says has come back, after everything that it signed was checked: issuer, audience, times, nonce,
   * state and the proof that it is us who asked.
   *
   * @throws SingleSignOnRefused `cancelled`, `not-valid`, `provider-unreachable`.
   */
  async claimsOf(answer: URLSearchParams, checks: Checks): Promise<ProviderClaims> {
    const configuration = await this.reach();
    const url = new URL(this.ownUrl(callbackPath));
    url.search = answer.toString();
    try {
      const tokens = await openId.authorizationCodeGrant(configuration, url, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) {
        throw new SingleSignOnRefused('not-valid');
      }
      return await this.withUserInfo(configuration, tokens.access_token, { ...claims });
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  /** Where to send a browser whose person has signed out here; undefined where the provider knows no such thing. */
  async signOutUrl(): Promise<URL | undefined> {
    const configuration = await this.reach();
    if (configuration.serverMetadata().end_session_endpoint === undefined) {
      return undefined;
    }
    return openId.buildEndSessionUrl(configuration, { post_logout_redirect_uri: this.ownUrl('/sign-in') });
  }

  /** Many providers tell no more than the subject in the token itself; the rest is asked for with it. */
  private async withUserInfo(
    configuration: openId.Configuration,
    accessToken: string,
    claims: ProviderClaims,
  ): Promise<ProviderClaims> {
    const claim = this.settings?.claim ?? '';
    if (claims[claim] !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined) {
      return claims;
    }
    return { ...(await openId.fetchUserInfo(configuration, accessToken, claims.sub)), ...claims };
  }

  private async reach(): Promise<openId.Configuration> {
    const { settings } = this;
    if (settings === undefined) {
      throw new SingleSignOnRefused('provider-unreachable');
    }
    const now = this.clock.now().getTime();
    if (this.found === undefined || now - this.found.at > knownFor) {
      this.found = { configuration: discover(settings), at: now };
    }
    const asked = this.found;
    try {
      return await asked.configuration;
    } catch (error) {
      if (this.found === asked) {
        this.found = undefined;
      }
      this.logger.warn(`the identity provider ${settings.issuer} can’t be reached: ${reasonOf(error)}`);
      throw new SingleSignOnRefused('provider-unreachable', { cause: error });
    }
  }

  private refusalOf(error: unknown): SingleSignOnRefused {
    if (error instanceof SingleSignOnRefused) {
      return error;
    }
    this.logger.warn(`an answer of the identity provider was refused: ${reasonOf(error)}`);
    if (error instanceof openId.AuthorizationResponseError && error.error === 'access_denied') {
      return new SingleSignOnRefused('cancelled', { cause: error });
    }
    const isDown =
      error instanceof TypeError || (error instanceof openId.ClientError && error.code === 'OAUTH_TIMEOUT');
    return new SingleSignOnRefused(isDown ? 'provider-unreachable' : 'not-valid', { cause: error });
  }

  private ownUrl(path: string): string {
    return new URL(path, this.config.publicUrl).href;
  }
}

async function discover({ issuer, clientId, clientSecret }: OpenIdSettings): Promise<openId.Configuration> {
  // Only an address inside this machine gets past the settings without TLS.
  const isPlain = new URL(issuer).protocol === 'http:';
  return openId.discovery(new URL(issuer), clientId, undefined, openId.ClientSecretBasic(clientSecret), {
    timeout: timeoutSeconds,
    ...(isPlain && { execute: [openId.allowInsecureRequests] }),
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
