import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client, read } from '../api/client.js';

/** Opens the next document that waits for the clerk; back to the list, which says so, when none does. */
export function useNextToReceive(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return () => {
    void queries
      .fetchQuery({
        queryKey: ['arrivals', 'next'],
        queryFn: ({ signal }) =>
          read(client.GET('/api/v1/arrivals', { params: { query: { box: 'to-receive', limit: 1 } }, signal })),
        staleTime: 0,
      })
      .then(({ items: [next] }) =>
        next === undefined
          ? navigate({ to: '/incoming', search: { box: 'to-receive' } })
          : navigate({ to: '/incoming/$arrivalId', params: { arrivalId: next.id } }),
      );
  };
}
