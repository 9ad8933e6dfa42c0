import { describe, expect, it } from 'vitest';
import { passkeySiteOf } from './passkey-site.js';

const request = { protocol: 'http', host: '127.0.0.1:3000' };

describe('the site of passkeys', () => {
  it('is the public address, whatever the request says', () => {
    expect(passkeySiteOf('https://vanthu.hoabinh.gov.vn/', { protocol: 'http', host: 'evil.example' })).toEqual({
      host: 'vanthu.hoabinh.gov.vn',
      origin: 'https://vanthu.hoabinh.gov.vn',
    });
  });

  it('is the address of the request where none is set, with its port in the origin alone', () => {
    expect(passkeySiteOf(undefined, { protocol: 'http', host: 'localhost:3000' })).toEqual({
      host: 'localhost',
      origin: 'http://localhost:3000',
    });
  });

  it.each([
    [undefined, request],
    [undefined, { protocol: 'https', host: '[::1]:3000' }],
    ['http://vanthu.hoabinh.gov.vn', request],
    [undefined, { protocol: 'https', host: 'not a host' }],
    [undefined, { protocol: 'https', host: '' }],
  ])('is none at %s and %j', (publicUrl, at) => {
    expect(passkeySiteOf(publicUrl, at)).toBeNull();
  });
});
