import { useQuery } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { DeskCounts } from '../api/types.js';
import { useMay } from '../session/use-session.js';

export function useDeskCounts(): DeskCounts | undefined {
  const mayRead = useMay('document:read');
  return useQuery({
    queryKey: ['desk'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/desk', { signal })),
    enabled: mayRead,
  }).data;
}
