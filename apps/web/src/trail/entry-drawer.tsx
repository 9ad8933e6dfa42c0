import { Button, Drawer, Group, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconClockHour4, IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { wordsOfAction } from '#contracts';
import type { TrailEntryDetails } from '../api/types.js';
import { currentLanguage } from '../i18n/i18n.js';
import { Digest } from '../ui/digest.js';
import { Facts } from '../ui/facts.js';
import { formatDay, formatMoment, formatNumber, formatTimeWithSeconds } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useMay } from '../session/use-session.js';
import { trailEntryQuery } from './trail-queries.js';
import classes from './trail-page.module.css';
import type { TrailSearch } from './trail-search.js';

interface Props {
  readonly id: string | undefined;
  readonly wanted: TrailSearch;
  readonly onClose: () => void;
}

/** One entry whole: who, from where, what it changed, and its place in the chain. */
export function EntryDrawer({ id, wanted, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={t('trail.entry')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {id !== undefined && <Entry id={id} wanted={wanted} />}
    </Drawer>
  );
}

function Entry({ id, wanted }: { readonly id: string; readonly wanted: TrailSearch }) {
  const query = useQuery(trailEntryQuery(id));
  if (query.error !== null) {
    return <ProblemAlert error={query.error} />;
  }
  return query.data === undefined ? <Skeleton height={240} /> : <Whole entry={query.data} wanted={wanted} />;
}

function Whole({ entry, wanted }: { readonly entry: TrailEntryDetails; readonly wanted: TrailSearch }) {
  const { t } = useTranslation();
  const { actor } = entry;
  const agency = actor?.agency ?? entry.agency;
  return (
    <>
      <p className={classes.title}>{wordsOfAction(entry.action, currentLanguage())}</p>
      <Facts
        facts={[
          [t('trail.at'), `${formatTimeWithSeconds(entry.at)} ${formatDay(entry.at)}`],
          [t('trail.who'), actor === null ? t('trail.nobody') : `${actor.fullName} · ${actor.position}`],
          [t('trail.agency'), agency?.name ?? null],
          [t('trail.note'), entry.note],
          [t('trail.address'), entry.address],
          [t('trail.object'), <code key="object">{`${entry.objectType} ${entry.objectId}`}</code>],
          [t('trail.request'), entry.requestId === null ? null : <code key="request">{entry.requestId}</code>],
        ]}
      />
      <DigestOf title={t('trail.before')} value={entry.beforeDigest} />
      <DigestOf title={t('trail.after')} value={entry.afterDigest} />
      {hasMore(entry.data) && <pre className={classes.data}>{JSON.stringify(entry.data, null, 2)}</pre>}
      <Place entry={entry} />
      <Group mt="md" gap="xs">
        <ObjectLink entry={entry} />
        <Narrow
          search={{ ...wanted, objectType: entry.objectType, object: entry.objectId }}
          word={t('trail.onObject')}
        />
        {actor !== null && <Narrow search={{ ...wanted, person: actor.personId }} word={t('trail.ofPerson')} />}
      </Group>
    </>
  );
}

function Place({ entry: { seal } }: { readonly entry: TrailEntryDetails }) {
  const { t } = useTranslation();
  if (seal === null) {
    return (
      <div className={classes.seal} data-open>
        <IconClockHour4 size={20} aria-hidden />
        <span>{t('trail.notSealed')}</span>
      </div>
    );
  }
  return (
    <div className={classes.seal}>
      <IconLink size={20} aria-hidden />
      <div>
        {t('trail.sealed', { position: formatNumber(seal.position), moment: formatMoment(seal.sealedAt) })}
        <br />
        <Digest value={seal.hash} />
      </div>
    </div>
  );
}

function DigestOf({ title, value }: { readonly title: string; readonly value: string | null }) {
  return value === null ? null : (
    <div className={classes.digest}>
      <strong>{title}</strong>
      <br />
      <Digest value={value} />
    </div>
  );
}

/** The thing itself, for whoever may read such things: most who read the trail may not. */
function ObjectLink({ entry: { objectType, objectId } }: { readonly entry: TrailEntryDetails }) {
  const { t } = useTranslation();
  const may = {
    document: useMay('document:read'),
    arrival: useMay('arrival:read'),
    person: useMay('person:read'),
  };
  if (objectType === 'document' && may.document) {
    return <Open to={{ to: '/outgoing/$documentId', params: { documentId: objectId } }} word={t('trail.open')} />;
  }
  if (objectType === 'arrival' && may.arrival) {
    return <Open to={{ to: '/incoming/$arrivalId', params: { arrivalId: objectId } }} word={t('trail.open')} />;
  }
  if (objectType === 'person' && may.person) {
    return <Open to={{ to: '/people/$personId', params: { personId: objectId } }} word={t('trail.open')} />;
  }
  return null;
}

type Target =
  | { readonly to: '/outgoing/$documentId'; readonly params: { readonly documentId: string } }
  | { readonly to: '/incoming/$arrivalId'; readonly params: { readonly arrivalId: string } }
  | { readonly to: '/people/$personId'; readonly params: { readonly personId: string } };

function Open({ to, word }: { readonly to: Target; readonly word: string }) {
  return (
    <Button size="xs" variant="default" renderRoot={(props) => <Link {...to} {...props} />}>
      {word}
    </Button>
  );
}

function Narrow({ search, word }: { readonly search: TrailSearch; readonly word: string }) {
  return (
    <Button size="xs" variant="default" renderRoot={(props) => <Link to="/trail" search={search} {...props} />}>
      {word}
    </Button>
  );
}

function hasMore(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.keys(data).length > 0;
}
