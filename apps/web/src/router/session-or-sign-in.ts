import { redirect } from '@tanstack/react-router';
import { hasCode } from '../api/problem.js';
import { queryClient } from '../api/query-client.js';
import type { Session } from '../api/types.js';
import { sessionQuery } from '../session/session-query.js';

/** The session, or the way to the sign-in page, from which one comes back. */
export async function sessionOrSignIn(back: string | undefined): Promise<Session> {
  try {
    return await queryClient.ensureQueryData(sessionQuery);
  } catch (error) {
    if (hasCode(error, 'session.required')) {
      // oxlint-disable-next-line typescript/only-throw-error -- the router takes a thrown redirect as its answer
      throw redirect({ to: '/sign-in', search: wayBack(back) });
    }
    throw error;
  }
}

export function wayBack(back: string | undefined): { back?: string } {
  return back === undefined ? {} : { back };
}
