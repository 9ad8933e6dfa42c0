import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { client, keepCsrfToken, read } from '../api/client.js';
import type { Permission, Session } from '../api/types.js';
import { sessionQuery } from './session-query.js';

/** Who is at the desk; the route above has read it before any page is drawn. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

export function useMay(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

/** Works on in a session as the server has just given it: after a sign-in, and after each step of it. */
export function useTakeSession(): (session: Session) => void {
  const queries = useQueryClient();
  return useCallback(
    (session) => {
      keepCsrfToken(session.csrfToken);
      queries.setQueryData(sessionQuery.queryKey, session);
    },
    [queries],
  );
}

export function useSignIn() {
  const take = useTakeSession();
  return useMutation({
    mutationFn: (body: { userName: string; password: string }) => read(client.POST('/api/v1/session', { body })),
    onSuccess: take,
  });
}

/** A whole new page, so that nothing of the person who left stays in memory. */
export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await client.DELETE('/api/v1/session');
    },
    onSettled: () => {
      // Who came through the identity provider leaves through it, or the next one at this desk comes in as they.
      const method = queries.getQueryData(sessionQuery.queryKey)?.method;
      window.location.assign(method === 'single-sign-on' ? '/api/v1/session/single-sign-on/sign-out' : '/sign-in');
    },
  });
}
