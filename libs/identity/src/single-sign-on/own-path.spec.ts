import { expect, it } from 'vitest';
import { ownPath } from './own-path.js';

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
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '\\\\elsewhere.example',
  '/.//elsewhere.example',
  '/a/..//elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  '/api/v1/session/single-sign-on',
  '//[',
])('leads to the first page instead of to %j', (path) => {
  expect(ownPath(path)).toBe('/');
});
