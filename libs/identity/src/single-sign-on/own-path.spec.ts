import { expect, it } from 'vitest';
import { ownPath } from './own-path.js';

// The web has the same cases: apps/web/src/session/own-path.spec.ts.
it.each(['/', '/incoming?box=to-receive', '/outgoing/1#files', '/archive?search=x%2F%2Fy'])(
  'keeps the page %s',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

it.each([
  undefined,
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
])('leads to the first page instead of to %j', (path) => {
  expect(ownPath(path)).toBe('/');
});
