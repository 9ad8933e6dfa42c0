import { Injectable } from '@nestjs/common';
import { RecordRefusal } from '#audit';
import { DomainError } from '#kernel';
import type { KnownRequest } from './request-context.js';
import { objectOfRoute } from './route-object.js';

/**
 * Puts on record what people who are signed in were refused: for want of a permission, or a thing by its id that is not
 * theirs or not there. Whoever is not signed in is refused everything alike, and their tries to sign in are on record.
 */
@Injectable()
export class RefusalNotes {
  constructor(private readonly recordRefusal: RecordRefusal) {}

  /** @param part - Which thing it was, where a request names several in its body. */
  note(error: unknown, request: KnownRequest, part?: string): void {
    const { actor } = request;
    const route = request.routeOptions.url;
    if (actor === undefined || route === undefined || !(error instanceof DomainError)) {
      return;
    }
    const params = part === undefined ? Object.values(request.params as Record<string, string>) : [part];
    const isRefusal = error.code === 'permission.denied' || (error.code === 'not-found' && params.length > 0);
    if (isRefusal) {
      const object = objectOfRoute(route, params);
      void this.recordRefusal.execute(actor, { method: request.method, route, code: error.code, ...object });
    }
  }
}
