import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { OutgoingSearch } from '../outgoing/outgoing-search.js';
import { savedViewsQuery } from './outgoing-list-queries.js';
import { searchOf } from './view-search.js';

/** The list without a wish of its own opens as the reader’s default view shows it. */
export function useDefaultView(wanted: OutgoingSearch): void {
  const navigate = useNavigate();
  const isBare = Object.keys(wanted).length === 0;
  const { data } = useQuery({ ...savedViewsQuery, enabled: isBare });
  const first = data?.items.find(({ isDefault }) => isDefault);
  useEffect(() => {
    if (isBare && first !== undefined) {
      void navigate({ to: '/outgoing', search: searchOf(first), replace: true });
    }
  }, [isBare, first, navigate]);
}
