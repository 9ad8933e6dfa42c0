import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, Language, SessionNeed } from '#contracts';
import type { SessionRecord, SignedIn } from '#identity';

/** A request with what the guards found out about it. */
export interface KnownRequest extends FastifyRequest {
  /** Who acts: the person of the session, or another system. */
  actor?: Actor;
  /** Of a person; another system has none. */
  session?: SessionRecord;
  /** Set by the sign-in guard. */
  user?: SignedIn;
}

const publicKey = 'vanthu:public';

/** The route answers people who are not signed in. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(publicKey, true);
export const publicMetadata = publicKey;

const openWhileKey = 'vanthu:open-while';

/** The route is open to sessions that still need one of these; every other route is closed to them. */
export const OpenWhile = (...needs: readonly SessionNeed[]): MethodDecorator & ClassDecorator =>
  SetMetadata(openWhileKey, needs);
export const openWhileMetadata = openWhileKey;

const openToClientsKey = 'vanthu:open-to-clients';

/** The route also takes other systems with an access token; every other route is for people alone. */
export const OpenToClients = (): MethodDecorator & ClassDecorator => SetMetadata(openToClientsKey, true);
export const openToClientsMetadata = openToClientsKey;

/** The session of the request; the guard has made sure that there is one. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): SessionRecord => {
  const { session } = context.switchToHttp().getRequest<KnownRequest>();
  if (session === undefined) {
    throw new Error('a public route asked for the session');
  }
  return session;
});

/** Who acts in this request. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<KnownRequest>();
  if (actor === undefined) {
    throw new Error('a public route asked for the actor');
  }
  return actor;
});

/** The language that the reader prefers of those that the system speaks; Vietnamese unless English is asked for first. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { tag: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag }) => tag === 'vi' || tag === 'en')
    .toSorted((a, b) => b.quality - a.quality);
  return wanted[0]?.tag === 'en' ? 'en' : 'vi';
}
