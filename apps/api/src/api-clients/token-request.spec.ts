import { describe, expect, it } from 'vitest';
import { readTokenRequest } from './token-request.js';

const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
const form = (fields: Record<string, string>): URLSearchParams =>
  new URLSearchParams({ grant_type: 'client_credentials', ...fields });

describe('a request for a token', () => {
  it('carries the secret in the header, written as in a form', () => {
    expect(readTokenRequest(form({ scope: 'a b' }), basic('id', 's:e+c/ret'))).toEqual({
      clientId: 'id',
      secret: 's:e+c/ret',
      scope: 'a b',
    });
  });

  it('carries the secret in the form', () => {
    expect(readTokenRequest(form({ client_id: 'id', client_secret: 'secret' }), undefined)).toEqual({
      clientId: 'id',
      secret: 'secret',
      scope: undefined,
    });
  });

  it.each([
    ['invalid_request', { client_id: 'id', client_secret: 'secret' }, basic('id', 'secret')],
    ['invalid_request', { client_id: 'other' }, basic('id', 'secret')],
    ['invalid_client', {}, undefined],
    ['invalid_client', { client_id: 'id' }, undefined],
    ['invalid_client', {}, 'Basic '],
    ['invalid_client', {}, `Basic ${Buffer.from('%:%').toString('base64')}`],
    ['invalid_client', {}, `Basic ${Buffer.from('no colon').toString('base64')}`],
    ['invalid_client', { client_id: 'id', client_secret: 'x'.repeat(2001) }, undefined],
    ['unsupported_grant_type', { grant_type: 'password' }, basic('id', 'secret')],
  ])('is refused as %s for %j with %s', (reason, fields, header) => {
    expect(() => readTokenRequest(form(fields), header)).toThrow(expect.objectContaining({ reason }));
  });

  it('is refused without a grant type, with a parameter twice, and in JSON', () => {
    const header = basic('id', 'secret');
    const refused = expect.objectContaining({ reason: 'invalid_request' });
    expect(() => readTokenRequest(new URLSearchParams(), header)).toThrow(refused);
    const twice = new URLSearchParams('grant_type=client_credentials&scope=a&scope=b');
    expect(() => readTokenRequest(twice, header)).toThrow(refused);
    expect(() => readTokenRequest({ grant_type: 'client_credentials' }, header)).toThrow(refused);
  });
});
