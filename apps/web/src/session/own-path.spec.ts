import { expect, it } from 'vitest';
import { ownPath } from './own-path.js';

// The server has the same cases: libs/identity/src/single-sign-on/own-path.spec.ts.
it.each(['/', '/incoming?box=to-receive', '/outgoing/1#files', '/archive?search=x%2F%2Fy'])(
  'keeps the page %s',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

it.each([
  undefined,
  7,
  '',
  'incoming',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/\r\\elsewhere.example',
  '\t//elsewhere.example',
  '\\\\elsewhere.example',
  '/.//elsewhere.example',
  '/%2e//elsewhere.example',
  '/a/..//elsewhere.example',
  '/%2F/elsewhere.example',
  '/%2felsewhere.example',
  '/%5Celsewhere.example',
  '/%09/elsewhere.example',
  '/\u0000/elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  '/api/v1/session/single-sign-on',
  '/a/../api/v1/session',
  '//[',
])('drops %j, which is no page of this site', (path) => {
  expect(ownPath(path)).toBeUndefined();
});
