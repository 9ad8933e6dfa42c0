import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import statics from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, newId } from '#kernel';
import { type Config, productFolder } from '#platform';
import { authorizationServerPath } from './api-clients/authorization-server.controller.js';
import { apiPrefix } from './http/api-prefix.js';
import { sendProblem } from './http/problem.filter.js';
import { tellOrigin } from './http/tell-origin.js';

/** Largest JSON body in bytes: a thousand recipients fit many times over. Files do not go through it. */
const bodyLimit = 1_000_000;

/** Longest form in bytes: a client id, a secret and some scopes. */
const formLimit = 10_000;

/** The built web application. */
const webFolder = join(productFolder, 'dist', 'web');

export function createAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit,
    trustProxy: (_address: string, hop: number) => hop < config.trustProxy,
    genReqId: () => newId(),
    // An address that can’t even be read never reaches the routes, and so not the filter either.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(new DomainError('not-found'), request, reply),
    // What runs is finished at the end of the process; event streams end by themselves (LiveFeed).
    forceCloseConnections: 'idle',
    // A socket on which nothing moves is given up; event streams show a sign of life more often.
    connectionTimeout: 120_000,
  });
}

/** Every route stands under the prefix but the one whose place a standard fixes. */
export function setApiPrefix(app: NestFastifyApplication): void {
  app.setGlobalPrefix(apiPrefix, { exclude: [authorizationServerPath] });
}

/** Everything between the socket and the controllers; the same in production and in tests. */
export async function configureApi(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  setApiPrefix(app);
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy } });
  sendFilesAsTheyAre(fastify);
  await app.register(compress, { global: true, encodings: ['br', 'gzip'], customTypes: compressible });
  await app.register(rateLimit, { global: false });
  tellOrigin(fastify);
  takeJsonAndFiles(app, fastify);
  slowDownSignIn(fastify, config);
  keepAnswersPrivate(fastify);
  if (existsSync(webFolder)) {
    await serveWeb(app, fastify);
  }
}

const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
};

/** Text worth compressing; never an event stream, which would be held back until a buffer is full. */
const compressible = /^(text\/(?!event-stream)|application\/(json|problem\+json|javascript|manifest\+json)|image\/svg)/;

/**
 * Bodies are JSON, and bytes where a file is put: those are read by the use case as they come, never by a parser.
 * Forms are not taken, because any other site’s page can send one; but where other systems ask for a token.
 */
function takeJsonAndFiles(app: NestFastifyApplication, fastify: FastifyInstance): void {
  const refuse = (): never => {
    throw new DomainError('request.unsupported-media-type');
  };
  fastify.removeContentTypeParser('text/plain');
  app.useBodyParser(
    'application/x-www-form-urlencoded',
    { bodyLimit: formLimit },
    (request: FastifyRequest, body: Buffer, done: (error: Error | null, body?: unknown) => void) =>
      request.routeOptions.url === tokenRoute ? done(null, new URLSearchParams(body.toString('utf8'))) : refuse(),
  );
  fastify.addContentTypeParser('application/octet-stream', (request, _payload, done) =>
    request.method === 'PUT' ? done(null) : refuse(),
  );
  fastify.addContentTypeParser('application/offset+octet-stream', (request, _payload, done) =>
    request.method === 'PATCH' ? done(null) : refuse(),
  );
}

/** Length, parts and digest of a file are told of its bytes as they are kept: no one compresses them on the way. */
function sendFilesAsTheyAre(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (route.url.endsWith('/content')) {
      route.compress = false;
    }
  });
}

/** Where secrets of other systems are shown; the one address that takes a form, because OAuth has it so. */
const tokenRoute = `${apiPrefix}/oauth/token`;

/** Where passwords are hashed, links tried and mails asked for without anyone being signed in. */
const slowRoutes: ReadonlySet<string> = new Set(
  ['session', 'setup', 'password-resets', 'password-resets/link', 'password-resets/complete']
    .map((path) => `${apiPrefix}/${path}`)
    .concat(tokenRoute),
);

/** Each leads to the identity provider, or comes from there with an answer to try. */
const slowPages: ReadonlySet<string> = new Set(
  ['session/single-sign-on', 'session/single-sign-on/callback'].map((path) => `${apiPrefix}/${path}`),
);

function slowDownSignIn(fastify: FastifyInstance, config: Config): void {
  const limit = fastify.createRateLimit({ max: config.signInPerMinute, timeWindow: '1 minute' });
  fastify.addHook('onRequest', async (request) => {
    // The route that was found, not the address as it was written: `/%73ession` leads here as well.
    const route = request.routeOptions.url ?? '';
    if (!(request.method === 'POST' ? slowRoutes : slowPages).has(route)) {
      return;
    }
    const answer = await limit(request);
    if (!answer.isAllowed && answer.isExceeded) {
      throw new DomainError('request.too-many');
    }
  });
}

/** What the API answers is for this reader now: no browser or proxy keeps it, unless the route says otherwise. */
function keepAnswersPrivate(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith(apiPrefix) && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
  });
}

/** Files with a hash in their name never change; the page that names them is asked for every time. */
async function serveWeb(app: NestFastifyApplication, fastify: FastifyInstance): Promise<void> {
  await app.register(statics, {
    root: webFolder,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (isPageRequest(request)) {
      await reply.header('cache-control', 'no-cache').sendFile('index.html');
    }
  });
}

/** An address of the single-page application: a browser asks for a page, and no file has that name. */
function isPageRequest(request: FastifyRequest): boolean {
  const path = request.url.split('?')[0] ?? '';
  const wantsPage = request.headers.accept?.includes('text/html') === true;
  return request.method === 'GET' && wantsPage && !path.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path);
}
