import {
  ApiClientView,
  type ClientRole,
  type ClientScope,
  GivenClientSecret,
  scopesFor,
  TokenAnswer,
} from '#contracts';
import { AddPeople } from '#identity';
import { passwordHash, type TestApp } from '../../start-app.js';
import { Answer } from './answer.js';
import { Caller } from './caller.js';
import { signIn } from './office.js';

export interface ConnectedSystem {
  readonly id: string;
  readonly secretId: string;
  readonly secret: string;
}

/** The administrator of an agency, whom the demonstration province has none of. */
export async function administratorOf(app: TestApp, agencyCode: string): Promise<Caller> {
  const userName = `quantri.${agencyCode}`.toLowerCase();
  const person = { userName, passwordHash, agencyCode, fullName: 'Bùi Văn Quản', position: 'Chuyên viên' };
  await app.server.get(AddPeople).execute([{ ...person, role: 'agency-administrator' }]);
  return signIn(app, userName);
}

/** Asks for a token as an OAuth library does. */
export async function askForToken(
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString();
  const contentType = { 'content-type': 'application/x-www-form-urlencoded' };
  return Caller.stranger(url).call('POST', '/oauth/token', { headers: { ...contentType, ...headers }, body });
}

export async function tokenOf(url: string, { id, secret }: ConnectedSystem, scope?: string): Promise<TokenAnswer> {
  const credentials = { client_id: id, client_secret: secret };
  return (await askForToken(url, scope === undefined ? credentials : { ...credentials, scope })).as(TokenAnswer);
}

/** A system that an administrator has connected, with its first secret. */
export async function connect(
  administrator: Caller,
  role: ClientRole,
  { agencyId, scopes }: { agencyId?: string; scopes?: readonly ClientScope[] } = {},
): Promise<ConnectedSystem> {
  const client = {
    name: `Phần mềm quản lý văn bản (${role})`,
    agencyId: agencyId ?? administrator.session.post.agency.id,
    role,
    scopes: scopes ?? scopesFor(role),
  };
  const { id } = (await administrator.post('/api-clients', client)).as(ApiClientView);
  const given = (await administrator.post(`/api-clients/${id}/secrets`, {})).as(GivenClientSecret);
  return { id, secretId: given.id, secret: given.secret };
}

/** The system with a token, ready to work. */
export async function workingAs(url: string, system: ConnectedSystem, scope?: string): Promise<Caller> {
  return Caller.withToken(url, (await tokenOf(url, system, scope)).access_token);
}
