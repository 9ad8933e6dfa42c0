import { QueryClient } from '@tanstack/react-query';
import { ConnectionLostError } from './problem.js';

/** A lost line is tried again, with a growing pause; a refusal is an answer and is not. */
function tryAgain(tries: number, error: unknown): boolean {
  return error instanceof ConnectionLostError && tries < 3;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: tryAgain, staleTime: 15_000, refetchOnWindowFocus: false },
    // The variables of a mutation carry its Idempotency-Key, so trying again can't do it twice.
    mutations: { retry: tryAgain },
  },
});
