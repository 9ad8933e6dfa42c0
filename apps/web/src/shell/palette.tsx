import { Spotlight, openSpotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { IconFileText, IconInbox, IconKeyboard, IconPencilPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { useSession } from '../session/use-session.js';
import { fold } from '../ui/fold.js';
import { placesFor } from './places.js';
import { useShell } from './shell-context.js';

const shownOfEach = 5;

/** Finds documents on the server and places and actions on the page, from the keyboard. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { permissions } = useSession();
  const { openKeys } = useShell();
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), 200);
  useEffect(() => {
    openSpotlight();
  }, []);

  const documents = useQuery({
    queryKey: ['documents', 'palette', search],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/documents', { params: { query: { search, box: 'all', limit: shownOfEach } }, signal })),
    enabled: search.length > 1 && permissions.includes('document:read'),
  });
  const arrivals = useQuery({
    queryKey: ['arrivals', 'palette', search],
    queryFn: ({ signal }) =>
      read(client.GET('/api/v1/arrivals', { params: { query: { search, box: 'all', limit: shownOfEach } }, signal })),
    enabled: search.length > 1 && permissions.includes('arrival:read'),
  });
  const fits = (words: string) => fold(words).includes(fold(query.trim()));
  const places = placesFor(permissions)
    .flatMap((group) => group.places)
    .filter(({ key }) => fits(t(`shell.places.${key}`)));
  const mayDraft = permissions.includes('document:draft') && fits(t('shell.compose'));
  const keysFit = fits(t('shell.keys.title'));
  const found = search.length > 1 ? (documents.data?.items ?? []) : [];
  const came = search.length > 1 ? (arrivals.data?.items ?? []) : [];
  const nothing = places.length === 0 && !mayDraft && !keysFit && found.length === 0 && came.length === 0;

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight={480}
      aria-label={t('shell.palette.label')}
    >
      <Spotlight.Search
        placeholder={t('shell.palette.label')}
        aria-label={t('shell.palette.label')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.documents')}>
            {found.map(({ id, symbol, typeName, subject }) => (
              <Spotlight.Action
                key={id}
                label={symbol === null ? subject : `${symbol} · ${subject}`}
                description={typeName}
                leftSection={<IconFileText size={20} aria-hidden />}
                onClick={() => void router.navigate({ to: '/outgoing/$documentId', params: { documentId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {came.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.arrivals')}>
            {came.map(({ id, symbol, sender, subject }) => (
              <Spotlight.Action
                key={id}
                label={`${symbol} · ${subject}`}
                description={sender.name}
                leftSection={<IconInbox size={20} aria-hidden />}
                onClick={() => void router.navigate({ to: '/incoming/$arrivalId', params: { arrivalId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {places.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.palette.places')}>
            {places.map(({ key, icon: Icon, link }) => (
              <Spotlight.Action
                key={key}
                label={t(`shell.places.${key}`)}
                leftSection={<Icon size={20} aria-hidden />}
                onClick={() => void router.navigate(link)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {(mayDraft || keysFit) && (
          <Spotlight.ActionsGroup label={t('shell.palette.actions')}>
            {mayDraft && (
              <Spotlight.Action
                label={t('shell.compose')}
                leftSection={<IconPencilPlus size={20} aria-hidden />}
                onClick={() => void router.navigate({ to: '/outgoing/draft', search: {} })}
              />
            )}
            {keysFit && (
              <Spotlight.Action
                label={t('shell.keys.title')}
                leftSection={<IconKeyboard size={20} aria-hidden />}
                onClick={openKeys}
              />
            )}
          </Spotlight.ActionsGroup>
        )}
        {nothing && <Spotlight.Empty>{t('shell.palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
