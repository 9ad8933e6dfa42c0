import type { QueryClient } from '@tanstack/react-query';
import { client, read } from '../api/client.js';
import type { Agency, AgencyLevel, Page } from '../api/types.js';

/** The API takes no level yet, so its pages are read through; a province is far below this, the whole country is not. */
const mostPages = 10;

export async function agenciesOfLevels(queries: QueryClient, levels: readonly AgencyLevel[]): Promise<Agency[]> {
  const found: Agency[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = after === undefined ? { limit: 200 } : { limit: 200, after };
    const answer: Page<Agency> = await queries.fetchQuery({
      queryKey: ['catalogue', 'agencies-all', after],
      queryFn: () => read(client.GET('/api/v1/agencies', { params: { query } })),
      staleTime: 600_000,
    });
    found.push(...answer.items.filter(({ level }) => levels.includes(level)));
    if (answer.next === null) {
      return found;
    }
    after = answer.next;
  }
  return found;
}
