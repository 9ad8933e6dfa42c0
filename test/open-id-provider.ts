import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import OidcProvider from 'oidc-provider';

export interface Account {
  /** The provider’s own name for somebody. */
  readonly subject: string;
  readonly claims: Readonly<Record<string, string | boolean | string[]>>;
}

export interface TestProvider {
  /** At another site than the application, so that cookies travel as between two sites. */
  readonly issuer: string;
  /** Who can sign in there: by the name that they type. */
  readonly accounts: Map<string, Account>;
  /** The settings with which the application knows it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const client = { id: 'vanthu', secret: 'a secret that only the two of them know' };

const loginPage = `<!doctype html><html lang="vi"><title>Đăng nhập dùng chung</title>
  <form method="post"><label>Tài khoản <input name="login"></label><button>Tiếp tục</button>
  <button name="cancel" value="1">Hủy</button></form></html>`;

/** The real OpenID Connect provider, in this process, with a form that believes whoever types a name. */
export async function startOpenIdProvider(publicUrl: string, port = 0): Promise<TestProvider> {
  const accounts = new Map<string, Account>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${publicUrl}/api/v1/session/single-sign-on/callback`],
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
      },
    ],
    claims: {
      openid: ['sub', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['only for tests'] },
    // Everybody here has agreed to everything.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    findAccount: (_context, subject) => {
      const account = [...accounts.values()].find((one) => one.subject === subject);
      return account && { accountId: subject, claims: () => ({ sub: subject, ...account.claims }) };
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const work =
      request.url?.startsWith('/login/') === true
        ? logIn(provider, accounts, request, response)
        : answer(request, response);
    void Promise.resolve(work).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return {
    issuer,
    accounts,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: 'Cổng cán bộ',
    },
    stop: () => close(server),
  };
}

async function logIn(
  provider: OidcProvider,
  accounts: ReadonlyMap<string, Account>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(loginPage);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const account = accounts.get(form.get('login') ?? '');
  const result =
    account === undefined || form.has('cancel')
      ? { error: 'access_denied', error_description: 'somebody changed their mind' }
      : { login: { accountId: account.subject } };
  await provider.interactionFinished(request, response, result);
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
