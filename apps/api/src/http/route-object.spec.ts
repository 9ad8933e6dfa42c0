import { expect, it } from 'vitest';
import { objectOfRoute } from './route-object.js';

it.each([
  ['/api/v1/documents/:id/approve', ['7'], 'document', '7'],
  ['/api/v1/agencies/:id', ['7'], 'agency', '7'],
  ['/api/v1/people/:id/posts/:postId', ['7', '8'], 'person', '7'],
  ['/api/v1/trail', [], 'trail', '/api/v1/trail'],
  ['/api/v1/documents/:id', ['a\0b\uD800'], 'document', 'a\uFFFDb\uFFFD'],
])('the route %s is about a thing', (route, params, objectType, objectId) => {
  expect(objectOfRoute(route, params)).toEqual({ objectType, objectId });
});
