import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { IconFileText, IconInbox, IconKeyboard, IconPencilPlus, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { useSession } from '../session/use-session.js';
import { fold } from '../ui/fold.js';
import { placesFor } from './places.js';
import { useShell } from './shell-context.js';

const shownOfEach = 5;
const shortestSearch = 2;

export interface Find {
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: Icon;
  readonly run: () => void;
}

export interface FindGroup {
  readonly key: 'documents' | 'arrivals' | 'places' | 'actions';
  readonly finds: readonly Find[];
}

/** What fits the words: documents from the server, places and actions from the page. */
export function useFinds(query: string): readonly FindGroup[] {
  const [search] = useDebouncedValue(query.trim(), 200);
  const groups = [
    { key: 'documents', finds: useFoundDocuments(search) },
    { key: 'arrivals', finds: useFoundArrivals(search) },
    ...useFoundHere(query.trim()),
  ] as const;
  return groups.filter(({ finds }) => finds.length > 0);
}

function useFoundDocuments(search: string): readonly Find[] {
  const router = useRouter();
  const { permissions } = useSession();
  const isOn = search.length >= shortestSearch && permissions.includes('document:read');
  const { data } = useQuery({
    queryKey: ['documents', 'palette', search],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/documents', { params: { query: { search, box: 'all', limit: shownOfEach } }, signal })),
    enabled: isOn,
  });
  return (isOn ? (data?.items ?? []) : []).map(({ id, symbol, typeName, subject }) => ({
    key: id,
    label: symbol === null ? subject : `${symbol} · ${subject}`,
    description: typeName,
    icon: IconFileText,
    run: () => void router.navigate({ to: '/outgoing/$documentId', params: { documentId: id } }),
  }));
}

function useFoundArrivals(search: string): readonly Find[] {
  const router = useRouter();
  const { permissions } = useSession();
  const isOn = search.length >= shortestSearch && permissions.includes('arrival:read');
  const { data } = useQuery({
    queryKey: ['arrivals', 'palette', search],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/arrivals', { params: { query: { search, box: 'all', limit: shownOfEach } }, signal })),
    enabled: isOn,
  });
  return (isOn ? (data?.items ?? []) : []).map(({ id, symbol, sender, subject }) => ({
    key: id,
    label: `${symbol} · ${subject}`,
    description: sender.name,
    icon: IconInbox,
    run: () => void router.navigate({ to: '/incoming/$arrivalId', params: { arrivalId: id } }),
  }));
}

function useFoundHere(words: string): readonly FindGroup[] {
  const { t } = useTranslation();
  const router = useRouter();
  const { permissions } = useSession();
  const { openKeys } = useShell();
  const fits = ({ label }: Find) => fold(label).includes(fold(words));
  const places = placesFor(permissions)
    .flatMap((group) => group.places)
    .map(({ key, icon, link }) => ({
      key,
      label: t(`shell.places.${key}`),
      icon,
      run: () => void router.navigate(link),
    }));
  const compose = {
    key: 'compose',
    label: t('shell.compose'),
    icon: IconPencilPlus,
    run: () => void router.navigate({ to: '/outgoing/draft', search: {} }),
  };
  const keys = { key: 'keys', label: t('shell.keys.title'), icon: IconKeyboard, run: openKeys };
  const enterPaper = {
    key: 'enter-paper',
    label: t('paper.enter'),
    icon: IconFileText,
    run: () => void router.navigate({ to: '/incoming/paper' }),
  };
  const actions = [
    ...(permissions.includes('document:draft') ? [compose] : []),
    ...(permissions.includes('arrival:receive') ? [enterPaper] : []),
    keys,
  ];
  return [
    { key: 'places', finds: places.filter(fits) },
    { key: 'actions', finds: actions.filter(fits) },
  ];
}
