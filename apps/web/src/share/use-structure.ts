import { useSearch } from '@tanstack/react-router';
import type { ShareSearch } from './share-search.js';

/** The structure of the page, for the links to the lists behind its figures. */
export function useStructure(): Pick<ShareSearch, 'structure'> {
  const { structure } = useSearch({ from: '/desk/share' });
  return structure === undefined ? {} : { structure };
}
