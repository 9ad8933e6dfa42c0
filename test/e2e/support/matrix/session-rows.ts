import { newId } from '#kernel';
import { Answer } from '../answer.js';
import type { Caller } from '../caller.js';
import { askForToken } from '../clients.js';
import type { Desk } from '../desk.js';
import { sessionOf } from './askers.js';
import type { MatrixRow, MatrixRows } from './matrix-row.js';

/** Asked with another session of the same person, because the own one is needed for the next question. */
async function withAnotherSession(by: Caller, desk: Desk, ask: (by: Caller) => Promise<Answer>): Promise<Answer> {
  const isAlive = (await by.get('/session')).status === 200;
  return ask(isAlive ? await sessionOf(desk.app, by.session.person.userName) : by);
}

/** One’s own account: everybody has one, and nobody reaches another’s. */
function own(method: string, path: string, json?: object): MatrixRow {
  return { needs: 'signed-in', ask: (by) => by.call(method, path, json === undefined ? {} : { json }) };
}

/** Something of another’s account: there is nothing to be found for anybody. */
function anothers(method: string, path: string, json?: object): MatrixRow {
  return { ...own(method, path, json), also: () => false };
}

function open(method: string, path: string, json?: object): MatrixRow {
  return { ...own(method, path, json), needs: 'public' };
}

/** Nobody finds it where no identity provider is set up; what it does with one has a test of its own. */
function noProvider(path: string): MatrixRow {
  return { ...open('GET', path), also: () => false };
}

const credential = {
  id: 'AA',
  rawId: 'AA',
  type: 'public-key',
  response: { clientDataJSON: 'AA', attestationObject: 'AA' },
};

export const sessionRows: MatrixRows = {
  'POST /session': open('POST', '/session', { userName: 'ai-do', password: 'không đúng' }),
  'GET /session': own('GET', '/session'),
  'DELETE /session': {
    needs: 'signed-in',
    ask: (by, _thing, desk) => withAnotherSession(by, desk, (other) => other.call('DELETE', '/session')),
  },
  'PUT /session/post': anothers('PUT', '/session/post', { postId: newId() }),
  'POST /session/password': own('POST', '/session/password', {
    currentPassword: 'không phải mật khẩu này',
    newPassword: 'một mật khẩu khác, rất dài',
  }),
  'POST /session/confirmation': own('POST', '/session/confirmation', { password: 'không phải mật khẩu này' }),
  'GET /session/second-factor': own('GET', '/session/second-factor'),
  'POST /session/second-factor': own('POST', '/session/second-factor', { kind: 'totp', code: '000000' }),
  'POST /session/second-factor/passkey-challenge': own('POST', '/session/second-factor/passkey-challenge', {}),
  'GET /sessions': own('GET', '/sessions'),
  'DELETE /sessions': own('DELETE', '/sessions'),
  'DELETE /sessions/{id}': {
    needs: 'signed-in',
    // A session of the sender’s civil servant, who alone may end it.
    also: ({ role, place }) => role === 'civil-servant' && place === 'sender',
    thing: async ({ app }) => (await sessionOf(app, 'matrix.civil-servant.sender')).session.id,
    ask: (by, id) => by.call('DELETE', `/sessions/${id}`),
  },
  'GET /account/second-factors': own('GET', '/account/second-factors'),
  'POST /account/second-factors/totp': own('POST', '/account/second-factors/totp', { name: 'Điện thoại' }),
  'POST /account/second-factors/passkey-challenge': own('POST', '/account/second-factors/passkey-challenge', {}),
  'POST /account/second-factors/passkeys': own('POST', '/account/second-factors/passkeys', {
    name: 'Khóa',
    credential,
  }),
  'POST /account/recovery-codes': own('POST', '/account/recovery-codes', {}),
  'DELETE /account/second-factors/reset-notice': own('DELETE', '/account/second-factors/reset-notice'),
  'POST /account/second-factors/totp/{id}/confirmation': anothers(
    'POST',
    `/account/second-factors/totp/${newId()}/confirmation`,
    { code: '000000' },
  ),
  'PUT /account/second-factors/{id}': anothers('PUT', `/account/second-factors/${newId()}`, { name: 'Khác' }),
  'DELETE /account/second-factors/{id}': anothers('DELETE', `/account/second-factors/${newId()}`),
  'GET /linked-identities': own('GET', '/linked-identities'),
  'DELETE /linked-identities/{id}': anothers('DELETE', `/linked-identities/${newId()}`),
  'GET /password-resets': open('GET', '/password-resets'),
  'POST /password-resets': open('POST', '/password-resets', { userNameOrEmail: 'ai-do' }),
  'POST /password-resets/link': open('POST', '/password-resets/link', { token: 'không-có' }),
  'POST /password-resets/complete': open('POST', '/password-resets/complete', {
    token: 'không-có',
    newPassword: 'một mật khẩu khác, rất dài',
  }),
  'GET /.well-known/oauth-authorization-server': {
    needs: 'public',
    // Outside the prefix, where RFC 8414 puts it.
    ask: async ({ url, credentials }) =>
      Answer.of(await fetch(`${url}/.well-known/oauth-authorization-server`, { headers: credentials })),
  },
  'POST /oauth/token': {
    needs: 'public',
    ask: async ({ url }) => {
      const answer = await askForToken(url, { client_id: newId(), client_secret: 'không-có' });
      return Answer.from(answer.status === 401 ? 200 : answer.status, {}, answer.bytes);
    },
  },
  'GET /sign-in-options': open('GET', '/sign-in-options'),
  'GET /session/single-sign-on': noProvider('/session/single-sign-on'),
  'GET /session/single-sign-on/callback': noProvider('/session/single-sign-on/callback'),
  'GET /session/single-sign-on/sign-out': noProvider('/session/single-sign-on/sign-out'),
};
