import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a request came from, as the trail keeps it. */
export interface RequestOrigin {
  /** The client’s address, past the proxies that stand before the system. */
  readonly address: string;
  readonly requestId: string;
}

const current = new AsyncLocalStorage<RequestOrigin>();

/** Runs the work of one request; whatever it calls, however deep, can ask for its origin. */
export function withRequestOrigin<Result>(origin: RequestOrigin, work: () => Result): Result {
  return current.run(origin, work);
}

/** The request that is being answered; nothing in the worker and on the command line. */
export function requestOrigin(): RequestOrigin | undefined {
  return current.getStore();
}
