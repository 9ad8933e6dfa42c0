import type { FastifyInstance } from 'fastify';
import { withRequestOrigin } from '#platform';

/** Lets everything that a request sets in motion know where it came from. */
export function tellOrigin(fastify: FastifyInstance): void {
  // After the body was read: its parser goes on in the socket’s own context and would lose the origin.
  fastify.addHook('preValidation', (request, _reply, done) =>
    withRequestOrigin({ address: request.ip, requestId: request.id }, done),
  );
}
